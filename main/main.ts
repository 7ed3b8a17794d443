import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  desktopCapturer,
  ipcMain,
  protocol,
  session,
  shell,
  systemPreferences,
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
import { createLazyNearby } from './nearby/lazy-nearby.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { createStills } from './source-still.ts';
import { guardContents, openWindow } from './window.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageRoot = path.join(here, '../renderer');
const preloadFile = path.join(here, '../preload/preload.cjs');
const isWayland = process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland';

app.enableSandbox();
setPictureSwitches(app);
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showFirstWindow);
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
      {
        log: createLog('info', process.stderr),
        answerOther: (...request) => nearby.answerRequest(...request),
      },
    ),
  );
  const nearby = createLazyNearby({
    isVisible: () => DEFAULT_SETTINGS.isVisibleNearby,
    whenListening: signaling.address,
    origins: () => signaling.server()?.origins ?? [],
    port: () => signaling.server()?.port ?? 0,
    isBlocked: (address) => signaling.server()?.isBlocked(address) ?? false,
    program: process.execPath,
    emit(channel, ...args) {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        emitTo(webContents, channel, ...args);
      }
    },
  });
  quitAfterClosing(async () => {
    await nearby.close();
    await signaling.close();
  });

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
  const stills = createStills(desktopCapturer, !isWayland);
  answerDisplayMedia(
    session.defaultSession,
    desktopCapturer,
    sourceChoice,
    PAGE_ORIGIN,
    stills.allow,
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
      nearby,
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN),
  );

  const window = await openWindow(BrowserWindow, preloadFile);
  // A page that is gone or starts over has no picker open.
  window.webContents.on('did-start-loading', () => {
    sourceWatch.stop();
    stills.forbid();
    void nearby.close();
  });
  window.on('closed', sourceWatch.stop);
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
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
