import type { Page } from '@playwright/test';
import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { viewerOn } from '../support/viewer-page.ts';

const DESKTOP = { tag: '@desktop' };

/** Goes from the app's home to a share of the source with this name. */
async function shareSource(page: Page, tab: 'Screens' | 'Windows', name: string | RegExp) {
  const presenter = presenterOn(page);
  await presenter.shareButton.click();
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return { presenter, ...(await presenter.invite()) };
}

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
  'a shared window that is closed ends the share with a reason',
  DESKTOP,
  async ({ openDesktop, openViewer }) => {
    const window = await openStampWindow(33, PLACES.lower);
    const { page } = await openDesktop();
    const { presenter, link } = await shareSource(page, 'Windows', window.title);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(window.id);

    await window.close();
    await expect(presenter.heading('What you shared is gone')).toBeVisible();
    await expect(viewer.heading('The share is over')).toBeVisible();
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
    const thumbnail = page.locator('label', { has: option }).locator('img');
    const first = await thumbnail.getAttribute('src');
    await expect.poll(() => thumbnail.getAttribute('src')).not.toBe(first);
  },
);
