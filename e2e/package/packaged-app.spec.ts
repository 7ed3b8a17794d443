import { openDesktopApp } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';

const DESKTOP = { tag: '@desktop' };
const program = process.env.SIGHTLINE_PACKAGED_APP;
if (!program) throw new Error('npm run package:check says which package is meant.');

test(
  'the app out of its package shares a screen with a browser',
  DESKTOP,
  async ({ stamp, openViewer }) => {
    const { electronApp, page, close } = await openDesktopApp({ packagedApp: program });
    try {
      const isPackaged = await electronApp.evaluate(({ app }) => app.isPackaged);
      expect(isPackaged).toBe(true);
      const presenter = presenterOn(page);
      await presenter.shareButton.click();
      await page.getByRole('tab', { name: 'Screens' }).click();
      await page.getByRole('radio', { name: /screen/i }).check();
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      const { link } = await presenter.invite();
      const viewer = await openViewer();
      await viewer.page.goto(link);
      await presenter.allow();
      await viewer.expectLivePicture(stamp.id);
      await presenter.page.getByRole('button', { name: 'Stop sharing' }).click();
      await expect(viewer.heading('The share is over')).toBeVisible();
    } finally {
      await close();
    }
  },
);
