import { isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { shareControlsOf, shareScreen } from '../support/share-controls.ts';

const DESKTOP = { tag: '@desktop' };

// The system's own parts can be looked at and worked by a test only where they are recorded.
test.skip(!isStandIn, 'needs the stand-in');

test(
  'the control bar is there while sharing, and gone afterwards',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    expect(controls.hasBar()).toBe(false);
    const { presenter } = await shareScreen(page);
    const bar = await controls.bar();
    expect(await controls.calls('BrowserWindow.setContentProtection')).toEqual(['[true]']);
    await expect(bar.getByText('viewers may see this bar')).toBeVisible();

    await test.step('the language follows the app', async () => {
      await page.evaluate(() => localStorage.getItem('sightline.language'));
      await expect(bar.locator('html')).toHaveAttribute('lang', 'en');
    });
    await bar.getByRole('button', { name: 'Hide this bar' }).click();
    await expect.poll(controls.hasBar).toBe(false);
    expect(await controls.menu()).toContain('[ ] Show control bar');
    // The way back, which also puts the keyboard into it.
    await page.getByRole('button', { name: 'Show control bar' }).click();
    const again = await controls.bar();
    await again.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(presenter.heading('You have stopped sharing')).toBeVisible();
    await expect.poll(controls.hasBar).toBe(false);
  },
);

test(
  'the control bar can ask for what a bar needs, and for nothing else',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    await shareScreen(page);
    const bar = await controls.bar();
    const found = await bar.evaluate(async () => {
      type Api = Record<string, (...args: unknown[]) => Promise<unknown>>;
      const { sightlineBar } = globalThis as unknown as { sightlineBar: Api };
      const failure = (promise: Promise<unknown> | undefined) =>
        promise?.then(
          () => 'done',
          (error: Error) => error.message,
        ) ?? 'nobody to ask';
      return {
        api: Object.keys(sightlineBar).sort(),
        others: ['require', 'process', 'sightlineDesktop'].filter((name) => name in globalThis),
        action: await failure(sightlineBar.act?.('share:report')),
        capture: await navigator.mediaDevices.getDisplayMedia().then(
          () => 'captured',
          (error: Error) => error.name,
        ),
        clipboard: await navigator.clipboard.readText().then(
          () => 'read',
          (error: Error) => error.name,
        ),
      };
    });
    expect(found).toEqual({
      api: ['act', 'onView'],
      others: [],
      action: expect.stringContaining('bad-arguments'),
      capture: expect.stringMatching(/^(InvalidState|NotAllowed|NotSupported)Error$/),
      clipboard: 'NotAllowedError',
    });
    const before = bar.url();
    await bar.evaluate(() => window.location.assign('/index.html'));
    await expect(bar.getByRole('timer')).toBeVisible();
    expect(bar.url()).toBe(before);
  },
);
