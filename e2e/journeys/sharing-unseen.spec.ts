import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { shareControlsOf, shareScreen } from '../support/share-controls.ts';

const DESKTOP = { tag: '@desktop' };

// The system's own parts can be looked at and worked by a test only where they are recorded.
test.skip(!isStandIn, 'needs the stand-in');

test(
  'quitting while sharing asks, and closing the window ends nothing',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    const { presenter, link } = await shareScreen(page);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await viewer.expectLivePicture(stamp.id);

    await controls.answer('Go on sharing');
    await controls.choose('Quit Sightline');
    await expect.poll(controls.asked).toEqual(['Stop sharing and quit?']);
    await viewer.expectLivePicture(stamp.id);

    // No desktop here has a place for tray icons, so the app asks instead of hiding.
    await controls.answer('Minimise and go on sharing');
    await controls.closeWindow();
    await expect.poll(controls.mainWindow).toBe('minimised');
    await viewer.expectLivePicture(stamp.id);
    await controls.choose('Open Sightline');
    await expect.poll(controls.mainWindow).toBe('visible');

    const ended = electronApp.waitForEvent('close');
    await controls.answer('Stop sharing and quit');
    await controls.choose('Quit Sightline');
    await ended;
    await expect(viewer.heading('The share is over')).toBeVisible();
  },
);

test(
  'a request to join is told of while the window is hidden, and can be answered there',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    const { code, link } = await shareScreen(page);
    const { origin } = new URL(link);
    await controls.answer('Minimise and go on sharing');
    await controls.closeWindow();
    await expect.poll(controls.mainWindow).toBe('minimised');

    const ada = await openViewer();
    await ada.join(origin, code, 'Ada');
    await expect.poll(controls.notices).toEqual(['Ada asks to see your screen']);
    await controls.onNotice('Ada asks to see your screen', 'allow');
    await ada.expectLivePicture(stamp.id);
    await expect.poll(controls.notices).toEqual(['Ada asks to see your screen (closed)']);

    const bo = await openViewer();
    await bo.join(origin, code, 'Bo');
    await expect.poll(async () => (await controls.notices()).at(-1)).toMatch(/^Bo asks/);
    await bo.page.close();
    await expect.poll(async () => (await controls.notices()).at(-1)).toMatch(/^Bo .*\(closed\)$/);

    const cleo = await openViewer();
    await cleo.join(origin, code, 'Cleo');
    await expect.poll(async () => (await controls.notices()).at(-1)).toMatch(/^Cleo asks/);
    await controls.onNotice('Cleo asks to see your screen', 'click');
    await expect.poll(controls.mainWindow).toBe('visible');
    await expect(page.getByRole('heading', { name: 'Asking to join' })).toBeFocused();
  },
);

test(
  'where the desktop has a tray, closing the window leaves the share to it',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    // A session bus of a desktop that shows status icons.
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-bus-'));
    const answer = '#!/bin/sh\necho "   boolean true"\n';
    await writeFile(path.join(folder, 'dbus-send'), answer, { mode: 0o755 });
    try {
      const { page, electronApp } = await openDesktop({
        env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
      });
      const controls = shareControlsOf(electronApp);
      const { presenter, link } = await shareScreen(page);
      const viewer = await openViewer();
      await viewer.page.goto(link);
      await presenter.allow();
      for (const _time of [1, 2]) {
        await controls.closeWindow();
        await expect.poll(controls.mainWindow).toBe('hidden');
        await viewer.expectLivePicture(stamp.id);
        await controls.choose('Open Sightline');
        await expect.poll(controls.mainWindow).toBe('visible');
      }
      const told = (await controls.notices()).filter((title) => /still shared/.test(title));
      expect(told, 'once').toEqual(['Your screen is still shared']);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
