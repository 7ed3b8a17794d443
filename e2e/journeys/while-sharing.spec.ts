import type { Page } from '@playwright/test';
import { isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { newPictureReceived } from '../support/new-picture-received.ts';
import { shareControlsOf, shareScreen } from '../support/share-controls.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

const DESKTOP = { tag: '@desktop' };
const PAUSE_KEYS = 'CommandOrControl+Alt+P';
const STOP_KEYS = 'CommandOrControl+Alt+S';

// The system's own parts can be looked at and worked by a test only where they are recorded.
test.skip(!isStandIn, 'needs the stand-in');

/** Nothing of the screen arrives while the bar's clock goes on. */
async function expectNothingArrives(viewer: ViewerPage, bar: Page): Promise<void> {
  const clock = bar.getByRole('timer');
  const tick = async () => expect(clock).not.toHaveText((await clock.textContent()) ?? '');
  const received = () => newPictureReceived(viewer.page);
  // What was already on its way when the share was paused.
  await tick();
  const before = await received();
  await tick();
  await tick();
  expect(await received(), 'frames, and bytes that are not sent a second time').toEqual(before);
}

test(
  'pausing by bar, tray or shortcut lets not one frame through',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    const { presenter, link } = await shareScreen(page);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    const bar = await controls.bar();
    const button = (name: string) => bar.getByRole('button', { name, exact: true });
    await expect(bar.getByRole('img', { name: 'Watching now: 1' })).toBeVisible();

    const ways: readonly (readonly [() => Promise<void>, () => Promise<void>])[] = [
      [() => button('Pause').click(), () => button('Resume').click()],
      [() => controls.choose('Pause'), () => controls.choose('Resume')],
      [() => controls.press(PAUSE_KEYS), () => controls.press(PAUSE_KEYS)],
    ];
    for (const [pause, resume] of ways) {
      await pause();
      await expect(viewer.pausedNotice).toBeVisible();
      await expect(presenter.heading('Sharing is paused')).toBeVisible();
      await expectNothingArrives(viewer, bar);
      await resume();
      await viewer.expectLivePicture(stamp.id);
    }
  },
);

test(
  'a locked screen pauses with its reason, and does not resume by itself',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    const { presenter, link } = await shareScreen(page);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);
    const bar = await controls.bar();
    expect(await controls.displayBlocks()).toBe(1);

    await controls.power('lock-screen');
    await expect(viewer.page.getByText('Your colleague’s screen was locked')).toBeVisible();
    await expect(page.getByText('Your screen was locked')).toBeVisible();
    await expect(bar.getByText('Paused: screen was locked')).toBeVisible();
    await expect.poll(controls.displayBlocks).toBe(0);
    await controls.power('unlock-screen');
    await expectNothingArrives(viewer, bar);
    await presenter.resume();
    await viewer.expectLivePicture(stamp.id);

    // A person who has paused is told nothing else, whatever the computer does.
    await presenter.pause();
    await controls.power('suspend');
    await controls.power('resume');
    await expectNothingArrives(viewer, bar);
    await expect(viewer.page.getByText('Your colleague has paused sharing')).toBeVisible();
    await presenter.resume();
    await controls.power('suspend');
    await expect(viewer.page.getByText('computer went to sleep')).toBeVisible();
  },
);

test('the tray always says whether the screen is shared', DESKTOP, async ({ openDesktop }) => {
  const { page, electronApp } = await openDesktop();
  const controls = shareControlsOf(electronApp);
  const around = ['Open Sightline', 'Quit Sightline'];
  const idle = ['(Sightline: your screen is not shared)', '---', ...around];
  await expect.poll(controls.menu).toEqual(idle);

  const { presenter } = await shareScreen(page);
  await expect.poll(controls.toolTip).toBe('Sightline: your screen is shared');
  expect(await controls.menu()).toContain('(Shared: Entire screen)');
  const whileSharing = [
    'Share something else…',
    'Stop sharing',
    '---',
    '[x] Show control bar',
    ...around,
  ];
  expect((await controls.menu()).slice(-7)).toEqual(['Pause', ...whileSharing]);
  await presenter.pause();
  await expect.poll(controls.toolTip).toBe('Sightline: sharing is paused');
  expect((await controls.menu()).slice(-7)).toEqual(['Resume', ...whileSharing]);
  await controls.choose('Stop sharing');
  await expect(presenter.heading('You have stopped sharing')).toBeVisible();
  await expect.poll(controls.menu).toEqual(idle);
});

test(
  'shortcuts are held while sharing only, and one that is taken is said so',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    await controls.takeKeys(STOP_KEYS);
    const { presenter } = await shareScreen(page);
    await expect(page.getByText('Ctrl+Alt+S does not stop sharing here')).toBeVisible();
    expect(await controls.shortcuts()).toEqual([STOP_KEYS, PAUSE_KEYS]);
    await presenter.stop();
    await expect.poll(controls.shortcuts).toEqual([STOP_KEYS]);
    expect(await controls.displayBlocks()).toBe(0);
  },
);
