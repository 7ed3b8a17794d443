import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { pickSource, shareSource } from '../support/source-gallery.ts';

const DESKTOP = { tag: '@desktop' };
const SCREEN = { width: 1_920, height: 1_080 };

test(
  'the presenter shows a window instead of the screen, and the screen again, to the same viewers',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const other = await openStampWindow(22, PLACES.lower);
    try {
      const { page } = await openDesktop();
      const { presenter, link } = await shareSource(page, 'Screens', /screen/i);
      const viewers = [await openViewer(), await openViewer()];
      for (const viewer of viewers) {
        await viewer.page.goto(link);
        await presenter.allow();
      }
      for (const viewer of viewers) await viewer.expectLivePicture(stamp.id);
      const connections = await Promise.all(viewers.map((viewer) => viewer.connectionCount()));

      await presenter.switchSource();
      await expect(presenter.heading('What do you want to show instead?')).toBeFocused();
      await pickSource(page, 'Windows', other.title);
      for (const viewer of viewers) {
        const ids = async () => (await viewer.stamps()).map(({ id }) => id);
        await expect.poll(ids, 'what else is on the screen is gone').not.toContain(stamp.id);
        await viewer.expectLivePicture(other.id);
        const { width } = await viewer.pictureSize();
        expect(width, 'a window, not the screen').toBeLessThan(1_000);
        const shape = await viewer.video.evaluate((element) => {
          const { videoWidth, videoHeight } = element as HTMLVideoElement;
          return videoWidth / videoHeight;
        });
        await expect
          .poll(() =>
            viewer.page.locator('.tile-layer canvas').evaluate((element) => {
              const { width: across, height } = element as HTMLCanvasElement;
              return across / height;
            }),
          )
          .toBeCloseTo(shape, 1);
      }
      await expect(presenter.page.getByTestId('invite-link')).toHaveText(link);

      await presenter.switchSource();
      await pickSource(page, 'Screens', /screen/i);
      for (const viewer of viewers) {
        await viewer.expectLivePicture(stamp.id);
        await expect.poll(() => viewer.pictureSize()).toEqual(SCREEN);
      }
      expect(
        await Promise.all(viewers.map((viewer) => viewer.connectionCount())),
        'over the links they had',
      ).toEqual(connections);
    } finally {
      await other.close();
    }
  },
);

test(
  'a shared window that is closed leaves the viewers waiting for something else',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const window = await openStampWindow(33, PLACES.lower);
    const { page } = await openDesktop();
    const { presenter, link } = await shareSource(page, 'Windows', window.title);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(window.id);

    await window.close();
    await expect(presenter.sourceGone).toBeVisible();
    await expect(viewer.sourceGoneNotice).toBeVisible();
    await expect(viewer.video).toBeHidden();
    await expect(presenter.watching('Guest')).toBeVisible();

    await presenter.chooseAnother();
    await pickSource(page, 'Windows', stamp.title);
    await viewer.expectLivePicture(stamp.id);
    await expect(presenter.sourceGone).toBeHidden();
    await expect(presenter.page.getByTestId('invite-link')).toHaveText(link);
  },
);

test(
  'a screen that is unplugged is not shown as a picture that stands still',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { electronApp, page } = await openDesktop();
    const { presenter, link } = await shareSource(page, 'Screens', /screen/i);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    await electronApp.evaluate(({ screen }) => {
      screen.emit('display-removed', {}, screen.getPrimaryDisplay());
    });
    await expect(presenter.sourceGone).toBeVisible();
    await expect(viewer.sourceGoneNotice).toBeVisible();
    await presenter.stop();
    await expect(viewer.heading('The share is over')).toBeVisible();
  },
);

test(
  'thinking better of it keeps what is shown',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page } = await openDesktop();
    const { presenter, link } = await shareSource(page, 'Screens', /screen/i);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    await presenter.switchSource();
    await expect(page.getByRole('tab', { name: 'Windows' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('invite-link')).toBeVisible();
    await presenter.switchSource();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await viewer.expectLivePicture(stamp.id);
  },
);

test('in a browser its own dialog switches the source, and cancelling it keeps the old one', async ({
  stamp,
  presenter,
  openViewer,
}) => {
  await presenter.page.evaluate(() => {
    const { mediaDevices } = navigator;
    const original = mediaDevices.getDisplayMedia.bind(mediaDevices);
    const streams: MediaStream[] = [];
    Object.assign(globalThis, { streams, isCancelling: false });
    mediaDevices.getDisplayMedia = async (options) => {
      if ((globalThis as unknown as { isCancelling: boolean }).isCancelling) {
        throw new DOMException('Permission denied by user', 'NotAllowedError');
      }
      const stream = await original(options);
      streams.push(stream);
      return stream;
    };
  });
  const captures = () =>
    presenter.page.evaluate(() =>
      (globalThis as unknown as { streams: MediaStream[] }).streams.map(
        (stream) => stream.getVideoTracks()[0]?.readyState,
      ),
    );
  const { link } = await presenter.share();
  const viewer = await openViewer();
  await viewer.page.goto(link);
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  const connections = await viewer.connectionCount();

  await presenter.page.evaluate(() => Object.assign(globalThis, { isCancelling: true }));
  await presenter.switchSource();
  await expect(presenter.page.getByRole('button', { name: 'Show something else' })).toBeEnabled();
  expect(await captures()).toEqual(['live']);
  await viewer.expectLivePicture(stamp.id);

  await presenter.page.evaluate(() => Object.assign(globalThis, { isCancelling: false }));
  await presenter.switchSource();
  await expect.poll(captures).toEqual(['ended', 'live']);
  await viewer.expectLivePicture(stamp.id);
  expect(await viewer.connectionCount(), 'over the link it had').toBe(connections);
});
