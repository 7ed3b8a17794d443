import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  desktopCapturer,
  ipcMain,
  nativeTheme,
  net,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
} from 'electron';
import type { Events } from '../preload/contract.ts';
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { createSourceWatch, listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, emitTo, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { watchCapturedScreen } from './lost-screen.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { applySettings } from './settings/apply-settings.ts';
import { createOpenAtLogin } from './settings/open-at-login.ts';
import { openSettings } from './settings/open-settings.ts';
import { openSettingsFile } from './settings/settings-file.ts';
import { createSettingsStore } from './settings/settings-store.ts';
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
  const settingsFile = path.join(app.getPath('userData'), 'settings.json');
  const settings = createSettingsStore(
    await openSettings(openSettingsFile(settingsFile, Date.now)),
  );
  applySettings(settings, nativeTheme, createOpenAtLogin({ app, ...loginStart() }));
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
      isEnabled: () => settings.current().updates,
      isSharing: () => hasCaptured,
      onNotice: (notice) => tellPages('update:changed', notice),
    });
  });
  quitAfterClosing(async () => {
    await Promise.all([signaling.close(), updates.close(), settings.saved()]);
  });

  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () => listSources({ desktopCapturer, ownSourceIds, isCaptureAllowed }),
    (listing) => tellPages('sources:changed', listing),
    !isWayland,
  );
  settings.onState((state) => tellPages('settings:changed', state));
  servePage(protocol, pageRoot);
  restrictPermissions(session.defaultSession, PAGE_ORIGIN);
  const stills = createStills(desktopCapturer, !isWayland);
  const capturedScreen = watchCapturedScreen(screen, () => {
    for (const window of BrowserWindow.getAllWindows()) emitTo(window.webContents, 'source:lost');
  });
  answerDisplayMedia(
    session.defaultSession,
    desktopCapturer,
    sourceChoice,
    PAGE_ORIGIN,
    (source) => {
      hasCaptured = true;
      stills.allow(source.id);
      capturedScreen.capture(source);
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
      settings,
      fetchOutside: (url, init) => net.fetch(url, init),
      updates,
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN),
  );

  const window = await openWindow(BrowserWindow, preloadFile, settings.current().startMinimised);
  // A page that is gone or starts over has no picker open.
  window.webContents.on('did-start-loading', () => {
    sourceWatch.stop();
    stills.forbid();
    capturedScreen.forget();
    hasCaptured = false;
  });
  window.on('closed', sourceWatch.stop);
  await updates.start();
}

function tellPages<Channel extends keyof Events>(
  channel: Channel,
  ...args: Parameters<Events[Channel]>
): void {
  for (const window of BrowserWindow.getAllWindows()) emitTo(window.webContents, channel, ...args);
}

/** What the system needs to know to start this app at login. */
function loginStart() {
  const program = process.env.APPIMAGE ?? app.getPath('exe');
  return {
    platform: process.platform,
    autostartFolder: path.join(app.getPath('appData'), 'autostart'),
    command: app.isPackaged ? [program] : [program, app.getAppPath()],
  };
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
function quitAfterClosing(close: () => Promise<unknown>): void {
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
