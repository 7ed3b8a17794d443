import type { Page } from '@playwright/test';
import { isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { shareControlsOf, shareScreen } from '../support/share-controls.ts';

const DESKTOP = { tag: '@desktop' };

// The system's own parts can be looked at and worked by a test only where they are recorded.
test.skip(!isStandIn, 'needs the stand-in');

/** What the gallery would offer right now. */
const sourceNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    type Api = { watchSources(): Promise<{ sources: readonly { name: string }[] }> };
    const { sightlineDesktop } = globalThis as unknown as { sightlineDesktop: Api };
    return (await sightlineDesktop.watchSources()).sources.map(({ name }) => name);
  });

test(
  'the control bar is there while sharing, and gone afterwards',
  DESKTOP,
  async ({ stamp, openDesktop }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    expect(controls.hasBar()).toBe(false);
    const { presenter } = await shareScreen(page);
    const bar = await controls.bar();
    expect(await controls.calls('BrowserWindow.setContentProtection')).toEqual(['[true]']);
    await expect(bar.getByText('viewers may see this bar')).toBeVisible();
    const names = await sourceNames(page);
    expect(names).toContain(stamp.title);
    expect(names.filter((name) => name.includes('Sightline'))).toEqual([]);

    await bar.getByRole('button', { name: 'Hide this bar' }).click();
    await expect.poll(controls.hasBar).toBe(false);
    expect(await controls.menu()).toContain('[ ] Show control bar');
    // The way back, which also puts the keyboard into it.
    await page.getByRole('button', { name: 'Show control bar' }).click();
    const again = await controls.bar();
    await again.keyboard.press('Tab');
    await expect(again.getByRole('button', { name: 'Pause' })).toBeFocused();
    await again.keyboard.press('Enter');
    await expect(presenter.heading('Sharing is paused')).toBeVisible();
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

test(
  'the control bar and the tray speak the language of the app',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    await page.getByRole('button', { name: '한국어' }).click();
    await expect.poll(controls.toolTip).toBe('Sightline: 화면을 공유하고 있지 않아요');
    await page.getByRole('button', { name: '화면 공유하기', exact: true }).click();
    await page.getByRole('tab', { name: '화면' }).click();
    await page.getByRole('radio', { name: /screen/i }).check();
    await page.getByRole('button', { name: '공유', exact: true }).click();
    const bar = await controls.bar();
    await expect(bar.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(bar.getByText('공유 중')).toBeVisible();
    await expect.poll(controls.toolTip).toBe('Sightline: 화면을 공유하고 있어요');
  },
);
