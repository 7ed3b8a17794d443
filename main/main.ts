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
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
} from 'electron';
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { createAppWindows } from './app-windows.ts';
import { openCapturing } from './capturing.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { createLazyNearby } from './nearby/lazy-nearby.ts';
import { claimLinks, createOpenedLinks } from './opened-links.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { quitAfterClosing } from './quit-after-closing.ts';
import { openAppSettings } from './settings/open-app-settings.ts';
import { openShareControls } from './share/open-share-controls.ts';
import { createLateUpdates } from './updates/late-updates.ts';
import { guardContents, openWindow } from './window.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageRoot = path.join(here, '../renderer');
const preloadFile = path.join(here, '../preload/preload.cjs');
const windows = createAppWindows(BrowserWindow);
const barPreloadFile = path.join(here, '../preload/bar-preload.cjs');
const isWayland = process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland';

let share: ReturnType<typeof openShareControls> | undefined;

app.enableSandbox();
setPictureSwitches(app);
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

const openedLinks = createOpenedLinks(() => {
  windows.tellPage('link:opened');
  windows.showMain();
});

if (app.requestSingleInstanceLock()) {
  // macOS tells of a link before the app is ready, and of every later one.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openedLinks.open(link);
  });
  app.on('second-instance', (_event, programArguments) => {
    openedLinks.openFrom(programArguments);
    windows.showMain();
  });
  openedLinks.openFrom(process.argv);
  app.on('activate', windows.showMain);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  // Awaiting at top level would keep Electron from ever becoming ready.
  void app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const settings = await openAppSettings(app, nativeTheme);
  const signaling = startLocalSignaling(async (port) => {
    const { startServiceInApp } = await import('./service-in-app.ts');
    return startServiceInApp({
      ...{ port, webRoot: pageRoot, version: app.getVersion() },
      answerOther: (...request) => nearby.answerRequest(...request),
    });
  });
  const updates = createLateUpdates(async () => {
    const { openUpdates } = await import('./updates/open-updates.ts');
    return openUpdates({
      app,
      shell,
      appFolder: path.join(here, '../..'),
      resourcesFolder: process.resourcesPath,
      isEnabled: () => settings.current().updates,
      isSharing: () => share?.isSharing() ?? false,
      onNotice: (notice) => windows.tellPage('update:changed', notice),
    });
  });
  const nearby = createLazyNearby({
    isVisible: () => settings.current().isVisibleNearby,
    whenListening: signaling.address,
    origins: () => signaling.server()?.origins ?? [],
    port: () => signaling.server()?.port ?? 0,
    isBlocked: (address) => signaling.server()?.isBlocked(address) ?? false,
    program: process.execPath,
    emit: windows.tellPage,
  });
  settings.onChange(() => {
    void nearby.refresh();
    share?.refresh();
    updates.look();
  });
  quitAfterClosing(app, async () => {
    await nearby.close();
    await Promise.all([signaling.close(), updates.close(), settings.saved()]);
  });

  const { platform } = process;
  const capturing = openCapturing({
    ...{ platform, isWayland, windows },
    electron: { desktopCapturer, screen, session, systemPreferences },
  });
  settings.onState((state) => windows.tellPage('settings:changed', state));
  claimLinks(app, platform, process.execPath);
  servePage(protocol, pageRoot);
  restrictPermissions(session.defaultSession, PAGE_ORIGIN);
  answerRequests(
    ipcMain,
    createHandlers({
      app,
      shell,
      platform,
      signaling: signaling.address,
      ...capturing,
      settings,
      fetchOutside: (url, init) => net.fetch(url, init),
      updates,
      takeLink: openedLinks.take,
      nearby,
      reportShare(report) {
        share?.report(report);
        updates.look();
      },
      showBar: () => share?.showBar(),
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN) && share?.isBar(sender.sender) !== true,
  );

  const window = await openWindow(BrowserWindow, preloadFile, {
    isMinimised: settings.current().startMinimised,
    onOpen(opened) {
      windows.setMain(opened);
      share = openShareControls(opened, {
        electron: {
          ...{ app, BrowserWindow, dialog, globalShortcut, ipcMain, Menu, nativeImage },
          ...{ Notification, powerMonitor, powerSaveBlocker, screen, session, Tray },
        },
        ...{ platform, pageRoot, barPreloadFile },
        shortcuts: () => settings.current().shortcuts,
        onShortcutsTaken: settings.setTakenShortcuts,
        sharedDisplayId: capturing.sharedDisplayId,
      });
    },
  });
  window.webContents.on('did-start-loading', () => {
    capturing.forget();
    void nearby.close();
  });
  window.on('closed', capturing.sourceWatch.stop);
  window.on('focus', capturing.sourceWatch.refresh);
  await updates.start();
}
