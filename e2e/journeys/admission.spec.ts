import { expect, test } from '../support/journey.ts';

test('three people watch at once, and each counts on its own', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const names = ['Ada', 'Bo', 'Chae-won'];
  const viewers = [];
  for (const name of names) {
    const viewer = await openViewer();
    await viewer.join(service.origin, code, name);
    await expect(presenter.asking(name)).toBeVisible();
    await presenter.allow();
    viewers.push(viewer);
  }
  for (const viewer of viewers) await viewer.expectLivePicture(stamp.id);
  for (const name of names) await expect(presenter.watching(name)).toBeVisible();
});

test('nobody sees anything before the presenter allows it', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await expect(presenter.asking('Ada')).toBeVisible();
  await expect(viewer.video).toHaveCount(0);
  await expect(presenter.watching('Ada')).toHaveCount(0);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test('a viewer who is denied is told so and sees nothing', async ({
  service,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await presenter.deny();
  await expect(viewer.heading('You were not let in')).toBeVisible();
  await expect(viewer.video).toHaveCount(0);
  await expect(presenter.asking('Ada')).toHaveCount(0);
});

test('a wrong code leads to a sentence and a next step', async ({ service, openViewer }) => {
  const viewer = await openViewer();
  await viewer.join(service.origin, 'ZZZZZ-ZZZZZ', 'Ada');
  await expect(viewer.heading('Nobody is sharing with this code')).toBeVisible();
  await viewer.page.getByRole('button', { name: 'Back to start' }).click();
  await expect(viewer.page.getByLabel('Code or link', { exact: true })).toBeVisible();
});

test('what is no code at all is explained at the field, and nothing is sent', async ({
  service,
  openViewer,
}) => {
  const viewer = await openViewer();
  await viewer.join(service.origin, 'hello', 'Ada');
  const field = viewer.page.getByLabel('Code or link', { exact: true });
  await expect(field).toHaveAccessibleDescription(/XXXXX-XXXXX/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('a viewer leaves and returns', async ({ service, stamp, presenter, openViewer }) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  await viewer.leave();
  await expect(presenter.watching('Ada')).toHaveCount(0);
  await viewer.page.getByRole('button', { name: 'Join again' }).click();
  await expect(presenter.asking('Ada')).toBeVisible();
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test('a removed viewer gets not one more frame, and the others go on', async ({
  service,
  stamp,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const [ada, bo] = [await openViewer(), await openViewer()];
  await ada.join(service.origin, code, 'Ada');
  await presenter.allow();
  await bo.join(service.origin, code, 'Bo');
  await presenter.allow();
  await ada.expectLivePicture(stamp.id);
  await bo.expectLivePicture(stamp.id);

  await presenter.remove('Ada');
  await expect(ada.heading('You were removed')).toBeVisible();
  await expect(ada.video).toHaveCount(0);
  await bo.expectLivePicture(stamp.id);
});

test('a locked room looks to a stranger like no room, and the presenter is told', async ({
  service,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  await presenter.setLocked(true);
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Ada');
  await expect(viewer.heading('Nobody is sharing with this code')).toBeVisible();
  await expect(presenter.turnedAwayNotice).toBeVisible();
});
