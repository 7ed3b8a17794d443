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
import type { Events } from '../preload/contract.ts';
import { DEFAULT_SETTINGS } from '../preload/settings.ts';
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { createSourceWatch, listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, emitTo, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { createStills } from './source-still.ts';
import { createLateUpdates } from './updates/late-updates.ts';
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
  const signaling = startLocalSignaling(async (port) => {
    const { startServiceInApp } = await import('./service-in-app.ts');
    return startServiceInApp({ port, webRoot: pageRoot, version: app.getVersion() });
  });
  // Until the page starts over: the main process is not told when a capture ends.
  let hasCaptured = false;
  const updates = createLateUpdates(async () => {
    const { openUpdates } = await import('./updates/open-updates.ts');
    return openUpdates({
      app,
      shell,
      appFolder: path.join(here, '../..'),
      resourcesFolder: process.resourcesPath,
      isEnabled: () => DEFAULT_SETTINGS.updates,
      isSharing: () => hasCaptured,
      onNotice: (notice) => tellPages('update:changed', notice),
    });
  });
  quitAfterClosing(async () => {
    await Promise.all([signaling.close(), updates.close()]);
  });

  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () => listSources({ desktopCapturer, ownSourceIds, isCaptureAllowed }),
    (listing) => tellPages('sources:changed', listing),
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
    (sourceId) => {
      hasCaptured = true;
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
      updates,
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN),
  );

  const window = await openWindow(BrowserWindow, preloadFile);
  // A page that is gone or starts over has no picker open.
  window.webContents.on('did-start-loading', () => {
    sourceWatch.stop();
    stills.forbid();
    hasCaptured = false;
  });
  window.on('closed', sourceWatch.stop);
  await updates.start();
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function tellPages<Channel extends keyof Events>(
  channel: Channel,
  ...args: Parameters<Events[Channel]>
): void {
  for (const window of BrowserWindow.getAllWindows()) emitTo(window.webContents, channel, ...args);
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
