import type * as Electron from 'electron';
import type { BrowserWindow, PowerMonitor } from 'electron';
import { createLeaving } from './leaving.ts';
import type { ShareRunner } from './share-runner.ts';
import { isTrayHosted } from './tray-host.ts';

/** Whoever leaves the computer shows nothing meanwhile. */
export function watchComputer(powerMonitor: PowerMonitor, runner: ShareRunner): void {
  // On Linux Electron does not tell of a locked screen.
  powerMonitor.on('lock-screen', () => runner.leave('screen-locked'));
  powerMonitor.on('suspend', () => runner.leave('asleep'));
  // The page may have been too slow to pause before the computer slept.
  powerMonitor.on('resume', () => runner.leave('asleep'));
}

/** A page that is gone shares nothing, and a window that is looked at needs no notifications. */
export function watchWindow(window: BrowserWindow, runner: ShareRunner): void {
  for (const event of ['focus', 'blur', 'show', 'hide', 'minimize', 'restore'] as const) {
    window.on(event as 'focus', runner.refresh);
  }
  window.webContents.on('did-start-loading', runner.forget);
  window.webContents.on('render-process-gone', runner.forget);
  window.on('closed', runner.close);
}

/** Asks, or goes on in the background, where a share would end otherwise. */
export function guardLeaving(
  window: BrowserWindow,
  {
    app,
    dialog,
    Notification,
    powerMonitor,
  }: Pick<typeof Electron, 'app' | 'dialog' | 'Notification' | 'powerMonitor'>,
  runner: ShareRunner,
): void {
  const leaving = createLeaving({
    isSharing: runner.isSharing,
    isTrayHosted: () => isTrayHosted(process.platform),
    say: runner.say,
    ask: (options) =>
      window.isVisible() && !window.isMinimized()
        ? dialog.showMessageBox(window, options)
        : dialog.showMessageBox(options),
    window,
    quit: () => app.quit(),
    tellOfBackground() {
      if (!Notification.isSupported()) return;
      const say = runner.say();
      new Notification({
        title: say('whileSharing.background.title'),
        body: say('whileSharing.background.text'),
      }).show();
    },
  });
  window.on('close', leaving.onClose);
  app.on('before-quit', leaving.onBeforeQuit);
  powerMonitor.on('shutdown', leaving.onShutdown);
}

/** Whether the person has this window before them. */
export const isAttended = (window: BrowserWindow): boolean =>
  !window.isDestroyed() && window.isVisible() && !window.isMinimized() && window.isFocused();
