import { release } from 'node:os';
import path from 'node:path';
import type * as Electron from 'electron';
import type { BrowserWindow } from 'electron';
import type { Settings, ShortcutName } from '../../preload/settings.ts';
import type { BarAction, ShareReport, ShortcutStates } from '../../preload/share.ts';
import { chooseLanguage } from '../../renderer/i18n/language.ts';
import { servePage } from '../app-page.ts';
import { emitTo } from '../ipc.ts';
import { bringForward } from '../window.ts';
import { openBarMemory } from './bar-memory.ts';
import { isSeenInPicture } from './bar-protection.ts';
import { answerBar, denyEverything } from './bar-requests.ts';
import { createBar } from './bar-window.ts';
import { createDisplayBlocker } from './display-blocker.ts';
import { createJoinNotices } from './join-notices.ts';
import { guardLeaving, isAttended, watchComputer, watchWindow } from './main-window.ts';
import { createShareRunner, type ShareRunner } from './share-runner.ts';
import { createShortcuts } from './shortcuts.ts';
import { createTray } from './tray.ts';
import { trayImages } from './tray-images.ts';

const BAR_PARTITION = 'control-bar';
/** As in build/electron-builder.yml. */
const APP_ID = 'org.sightline.app';

export type ShareControlsDeps = {
  readonly electron: Pick<
    typeof Electron,
    | 'app'
    | 'BrowserWindow'
    | 'dialog'
    | 'globalShortcut'
    | 'ipcMain'
    | 'Menu'
    | 'nativeImage'
    | 'Notification'
    | 'powerMonitor'
    | 'powerSaveBlocker'
    | 'screen'
    | 'session'
    | 'Tray'
  >;
  readonly platform: NodeJS.Platform;
  readonly pageRoot: string;
  readonly barPreloadFile: string;
  readonly shortcuts: () => Settings['shortcuts'];
  /** Told which of them another program holds. */
  readonly onShortcutsTaken: (names: readonly ShortcutName[]) => void;
  readonly sharedDisplayId: () => number | null;
};

/** Puts together what the app does while a screen is shared, around one main window. */
export function openShareControls(window: BrowserWindow, deps: ShareControlsDeps) {
  const { electron, platform } = deps;
  const { app, session } = electron;
  const barSession = session.fromPartition(BAR_PARTITION);
  denyEverything(barSession);
  servePage(barSession.protocol, deps.pageRoot, []);
  // Windows shows notifications only of apps it knows by this name.
  if (platform === 'win32') app.setAppUserModelId(APP_ID);

  const memory = openBarMemory(path.join(app.getPath('userData'), 'control-bar.json'));
  const bar = createBar({
    ...electron,
    memory,
    preloadFile: deps.barPreloadFile,
    partition: BAR_PARTITION,
    sharedDisplayId: deps.sharedDisplayId,
    onHidden: () => runner.act('hide-bar'),
  });
  const page = window.webContents;
  const notices = createJoinNotices(
    { Notification: electron.Notification, canAct: platform !== 'linux' },
    {
      allow: (peerId) => emitTo(page, 'share:command', { type: 'allow', peerId }),
      deny: (peerId) => emitTo(page, 'share:command', { type: 'deny', peerId }),
      open: () => runner.act('open'),
    },
  );
  const runner: ShareRunner = createShareRunner({
    language: chooseLanguage(null, app.getPreferredSystemLanguages()),
    shortcutKeys: deps.shortcuts,
    isBarSeen: isSeenInPicture(platform, release()),
    memory,
    isAttended: () => isAttended(window),
    command: (command) => emitTo(page, 'share:command', command),
    bringForward: () => bringForward(window),
    quit: () => app.quit(),
    parts: {
      tray: createTray(
        {
          ...electron,
          images: trayImages(electron.nativeImage, platform),
          opensOnClick: platform === 'win32',
        },
        (action) => runner.act(action),
      ),
      bar,
      notices,
      shortcuts: createShortcuts(
        electron.globalShortcut,
        (name) => runner.press(name),
        (states) => {
          emitTo(page, 'shortcuts:changed', states);
          deps.onShortcutsTaken(takenOf(states));
        },
      ),
      display: createDisplayBlocker(electron.powerSaveBlocker),
    },
  });

  answerBar(electron.ipcMain, bar, (action) => actForBar(action, bar, runner));
  watchComputer(electron.powerMonitor, runner);
  watchWindow(window, runner);
  guardLeaving(window, electron, runner);
  runner.refresh();
  return {
    report: (report: ShareReport) => runner.report(report),
    showBar() {
      runner.act('show-bar');
      bar.focus();
    },
    isBar: bar.owns,
    isSharing: runner.isSharing,
    /** The settings have changed. */
    refresh: runner.refresh,
  };
}

const takenOf = (states: ShortcutStates): ShortcutName[] =>
  (['pause', 'stop'] as const).filter((name) => states[name].state === 'taken');

function actForBar(
  action: BarAction,
  bar: Pick<ReturnType<typeof createBar>, 'beReady'>,
  runner: ShareRunner,
): void {
  if (action === 'ready') bar.beReady();
  else runner.act(action === 'hide' ? 'hide-bar' : action);
}
