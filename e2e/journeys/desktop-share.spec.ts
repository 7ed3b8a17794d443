import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { shareSource } from '../support/source-gallery.ts';
import { viewerOn } from '../support/viewer-page.ts';

const DESKTOP = { tag: '@desktop' };

test(
  'the desktop app shares its screen with a browser, nothing configured',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page } = await openDesktop();
    const { presenter, link } = await shareSource(page, 'Screens', /screen/i);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
  },
);

test('one desktop app watches another by its link', DESKTOP, async ({ stamp, openDesktop }) => {
  const sharing = await openDesktop();
  const watching = await openDesktop();
  const { presenter, link } = await shareSource(sharing.page, 'Screens', /screen/i);
  const viewer = viewerOn(watching.page);
  await viewer.joinFromHome(`Have a look: ${link}`, 'Ada');
  await expect(presenter.asking('Ada')).toBeVisible();
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
});

test(
  'sharing one window out of several sends that window and nothing else',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const other = await openStampWindow(22, PLACES.lower);
    try {
      const { page } = await openDesktop();
      const { presenter, link } = await shareSource(page, 'Windows', other.title);
      const viewer = await openViewer();
      await viewer.page.goto(link);
      await presenter.allow();
      await viewer.expectLivePicture(other.id);
      for (let look = 0; look < 10; look += 1) {
        const ids = (await viewer.stamps()).map(({ id }) => id);
        expect(ids, 'the other window is on the screen, but not in the picture').not.toContain(
          stamp.id,
        );
      }
      const picture = await viewer.pictureSize();
      expect(picture.width, 'a window, not the screen').toBeLessThan(1000);
    } finally {
      await other.close();
    }
  },
);

test(
  'the gallery shows live thumbnails, and never the app itself',
  DESKTOP,
  async ({ stamp, openDesktop }) => {
    const { page } = await openDesktop();
    await presenterOn(page).shareButton.click();
    await page.getByRole('tab', { name: 'Windows' }).click();
    const option = page.getByRole('radio', { name: stamp.title });
    await expect(option).toBeVisible();
    await expect(page.getByRole('radio', { name: /Sightline/ })).toHaveCount(0);
    const thumbnail = page.locator('label', { has: option }).locator('.source-picture img');
    const first = await thumbnail.getAttribute('src');
    await expect.poll(() => thumbnail.getAttribute('src')).not.toBe(first);
  },
);
