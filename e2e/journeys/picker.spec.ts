import { execFileSync } from 'node:child_process';
import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';

const DESKTOP = { tag: '@desktop' };

test(
  'typing finds a window, arrow keys choose it and Enter shares it',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const other = await openStampWindow(22, PLACES.lower);
    try {
      const { page } = await openDesktop();
      const presenter = presenterOn(page);
      await presenter.shareButton.click();
      await page.getByRole('tab', { name: 'Windows' }).click();
      await expect(page.getByRole('radio', { name: stamp.title })).toBeVisible();

      await page.keyboard.type('stámp 22');
      await expect(page.getByRole('searchbox', { name: 'Search by title' })).toBeFocused();
      await expect(page.getByRole('radio', { name: stamp.title })).toHaveCount(0);
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('radio', { name: other.title })).toBeFocused();
      await expect(page.getByRole('radio', { name: other.title })).toBeChecked();
      await page.keyboard.press('Enter');

      const { link } = await presenter.invite();
      const viewer = await openViewer();
      await viewer.page.goto(link);
      await presenter.allow();
      await viewer.expectLivePicture(other.id);
    } finally {
      await other.close();
    }
  },
);

test(
  'a search without a find says so, and leads to the other tab',
  DESKTOP,
  async ({ stamp, openDesktop }) => {
    const { page } = await openDesktop();
    await presenterOn(page).shareButton.click();
    const screen = page.getByRole('radio', { name: /screen/i });
    await expect(screen).toBeVisible();
    await page.keyboard.type('zebra');
    await expect(page.getByText('Nothing here is called “zebra”.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(screen, 'the first Escape clears the search').toBeVisible();
    await page.getByRole('searchbox').fill(stamp.title);
    await page.getByRole('button', { name: 'Show matching windows (1)' }).click();
    await expect(page.getByRole('radio', { name: stamp.title })).toBeVisible();
    // Enter in the search shows what it would share, and shares nothing yet.
    await page.getByRole('searchbox').press('Enter');
    await expect(page.getByRole('radio', { name: stamp.title })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  },
);

test(
  'screens are told apart by their real size, and the app’s own one is named',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page } = await openDesktop();
    await presenterOn(page).shareButton.click();
    const screen = page.getByRole('radio', { name: /screen/i });
    await expect(screen).toHaveAccessibleDescription(
      /1920 × 1080 pixels · Sightline is on this screen/,
    );
  },
);

test('a minimised window says why it has no preview', DESKTOP, async ({ stamp, openDesktop }) => {
  const minimised = await openStampWindow(44, PLACES.lower);
  try {
    execFileSync('xdotool', [
      'search',
      '--sync',
      '--name',
      `^${minimised.title}`,
      'windowminimize',
    ]);
    const { page } = await openDesktop();
    await presenterOn(page).shareButton.click();
    await page.getByRole('tab', { name: 'Windows' }).click();
    await expect(page.getByRole('radio', { name: stamp.title })).toBeVisible();
    await expect(page.getByRole('radio', { name: minimised.title })).toHaveAccessibleDescription(
      'No preview. The window may be minimised: open it to see it here.',
    );
  } finally {
    await minimised.close();
  }
});

test('the computer’s sound is greyed out with the reason', DESKTOP, async ({ openDesktop }) => {
  test.skip(process.platform !== 'linux', 'elsewhere it can be shared');
  const { page } = await openDesktop();
  await presenterOn(page).shareButton.click();
  const sound = page.getByRole('switch', { name: 'Also share the sound of this computer' });
  await expect(sound).toBeDisabled();
  await expect(sound).toHaveAccessibleDescription(/Not possible on Linux in the app/);
});

test(
  'where each look opens the system’s dialog, it is opened once and for the capture only',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { electronApp, page } = await openDesktop({ env: { XDG_SESSION_TYPE: 'wayland' } });
    await electronApp.evaluate(({ desktopCapturer }) => {
      const looks: string[][] = [];
      const look = desktopCapturer.getSources;
      Object.assign(globalThis, { looks });
      desktopCapturer.getSources = (options) => {
        looks.push(options.types);
        return look(options);
      };
    });
    const looks = () =>
      electronApp.evaluate(() => (globalThis as unknown as { looks: string[][] }).looks);
    const presenter = presenterOn(page);
    await presenter.shareButton.click();
    await expect(presenter.heading('Your desktop lets you choose')).toBeVisible();
    expect(await looks()).toEqual([]);
    await page.getByRole('button', { name: 'Choose a screen or window' }).click();
    const { link } = await presenter.invite();
    expect(await looks()).toEqual([['screen', 'window']]);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    expect(await looks(), 'stills are not taken either').toHaveLength(1);
  },
);
