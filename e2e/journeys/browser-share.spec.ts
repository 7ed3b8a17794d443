import { expect, test } from '../support/journey.ts';

test('a screen shared from one browser is watched in another', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code, link } = await presenter.share();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(link).toBe(`${service.origin}/j#${code.replace('-', '')}`);

  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  expect(viewer.page.url(), 'the code leaves the address bar').toBe(`${service.origin}/`);
  await expect(presenter.watching('Guest')).toBeVisible();
});

test('the presenter’s own page shows a small copy, the viewer’s every pixel', async ({
  stamp,
  presenter,
  openViewer,
}) => {
  const { link } = await presenter.share();
  const preview = presenter.page.getByLabel('Preview', { exact: true });
  const width = () => preview.evaluate((video) => (video as HTMLVideoElement).videoWidth);
  await expect.poll(width).toBeGreaterThan(0);
  await expect.poll(width).toBeLessThanOrEqual(800);
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  expect(await viewer.pictureSize()).toEqual({ width: 1_920, height: 1_080 });
});

test('the code alone, typed carelessly, is enough', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, ` ${code.toLowerCase().replace('-', ' ')} `, 'Mina');
  await expect(presenter.asking('Mina')).toBeVisible();
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test('while paused not one new frame leaves, and resuming brings the picture back', async ({
  stamp,
  presenter,
  openViewer,
}) => {
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  await presenter.pause();
  await expect(viewer.pausedNotice).toBeVisible();
  await expect(viewer.video).toBeHidden();
  const seenBefore = await viewer.receivedFrames();
  // Somebody who joins during the pause sees the notice and no picture either.
  const late = await openViewer();
  await late.page.goto(link);
  await presenter.allow();
  await expect(late.pausedNotice).toBeVisible();
  expect(await viewer.receivedFrames()).toBe(seenBefore);
  expect(await late.receivedFrames()).toBe(0);

  await presenter.resume();
  await viewer.expectLivePicture(stamp.id);
  await late.expectLivePicture(stamp.id);
});

test('when the presenter stops, the capture ends and the viewer is told', async ({
  stamp,
  presenter,
  openViewer,
}) => {
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  await presenter.stop();
  await expect(viewer.heading('The share is over')).toBeVisible();
  await expect(presenter.heading('You have stopped sharing')).toBeVisible();
});

test('closing the presenter’s tab ends the share for its viewers', async ({
  stamp,
  presenter,
  openViewer,
}) => {
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  await presenter.page.close({ runBeforeUnload: true });
  await expect(viewer.heading('The share is over')).toBeVisible();
});
