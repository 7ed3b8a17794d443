import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
} from 'electron';
import { DEFAULT_SETTINGS } from '../preload/settings.ts';
import { readEnvironment } from '../signaling/cli-options.ts';
import { createLog } from '../signaling/log.ts';
import { startSignalingServer } from '../signaling/server.ts';
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { createSourceWatch, listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, emitTo, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { openShareControls } from './share/open-share-controls.ts';
import { createStills } from './source-still.ts';
import { guardContents, openWindow } from './window.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageRoot = path.join(here, '../renderer');
const preloadFile = path.join(here, '../preload/preload.cjs');
const barPreloadFile = path.join(here, '../preload/bar-preload.cjs');
const isWayland = process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland';

let share: ReturnType<typeof openShareControls> | undefined;

app.enableSandbox();
setPictureSwitches(app);
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => share?.bringForward());
  app.on('activate', () => share?.bringForward());
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  // Awaiting at top level would keep Electron from ever becoming ready.
  void app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const signaling = startLocalSignaling(async (port) =>
    startSignalingServer(
      {
        ...readEnvironment(process.env),
        port,
        webRoot: pageRoot,
        version: app.getVersion(),
      },
      { log: createLog('info', process.stderr) },
    ),
  );
  quitAfterClosing(signaling.close);

  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () => listSources({ desktopCapturer, ownSourceIds, isCaptureAllowed }),
    (listing) => {
      for (const window of BrowserWindow.getAllWindows()) {
        emitTo(window.webContents, 'sources:changed', listing);
      }
    },
    !isWayland,
  );
  servePage(protocol, pageRoot);
  restrictPermissions(session.defaultSession, PAGE_ORIGIN);
  let sharedDisplayId: number | null = null;
  const stills = createStills(desktopCapturer, !isWayland);
  answerDisplayMedia(
    session.defaultSession,
    desktopCapturer,
    sourceChoice,
    PAGE_ORIGIN,
    (sourceId, displayId) => {
      sharedDisplayId = Number(displayId) || null;
      stills.allow(sourceId);
    },
  );
  answerRequests(
    ipcMain,
    createHandlers({
      app,
      shell,
      platform: process.platform,
      signaling: signaling.address,
      sourceWatch,
      sourceChoice,
      takeStill: stills.take,
      reportShare: (report) => share?.report(report),
      showBar: () => share?.showBar(),
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN) && share?.isBar(sender.sender) !== true,
  );

  const window = await openWindow(BrowserWindow, preloadFile, (opened) => {
    share = openShareControls(opened, {
      electron: {
        ...{ app, BrowserWindow, dialog, globalShortcut, ipcMain, Menu, nativeImage },
        ...{ Notification, powerMonitor, powerSaveBlocker, screen, session, Tray },
      },
      platform: process.platform,
      pageRoot,
      barPreloadFile,
      shortcuts: () => DEFAULT_SETTINGS.shortcuts,
      sharedDisplayId: () => sharedDisplayId,
    });
  });
  // A page that is gone or starts over has no picker open.
  window.webContents.on('did-start-loading', () => {
    sourceWatch.stop();
    stills.forbid();
  });
  window.on('closed', sourceWatch.stop);
}

function ownSourceIds(): string[] {
  return BrowserWindow.getAllWindows().map((window) => window.getMediaSourceId());
}

function isCaptureAllowed(): boolean {
  if (process.platform !== 'darwin') return true;
  const access = systemPreferences.getMediaAccessStatus('screen');
  return access !== 'denied' && access !== 'restricted';
}

/** Holds the app open just long enough to tell the members of the room that it is going away. */
function quitAfterClosing(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
