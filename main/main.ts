import { release } from 'node:os';
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
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { createAppWindows } from './app-windows.ts';
import { listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { watchCapturedScreen } from './lost-screen.ts';
import { createLazyNearby } from './nearby/lazy-nearby.ts';
import { claimLinks, createOpenedLinks } from './opened-links.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import { quitAfterClosing } from './quit-after-closing.ts';
import {
  type ScreenAccess,
  screenAccessOf,
  soundProblemOf,
  systemPickerFor,
} from './screen-access.ts';
import { openAppSettings } from './settings/open-app-settings.ts';
import { createStills } from './source-still.ts';
import { createSourceWatch } from './source-watch.ts';
import { createLateUpdates } from './updates/late-updates.ts';
import { guardContents, openWindow } from './window.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageRoot = path.join(here, '../renderer');
const preloadFile = path.join(here, '../preload/preload.cjs');
const windows = createAppWindows(BrowserWindow);
const isWayland = process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland';

app.enableSandbox();
setPictureSwitches(app);
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

const openedLinks = createOpenedLinks(() => {
  windows.tellPages('link:opened');
  windows.showFirst();
});

if (app.requestSingleInstanceLock()) {
  // macOS tells of a link before the app is ready, and of every later one.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openedLinks.open(link);
  });
  app.on('second-instance', (_event, programArguments) => {
    openedLinks.openFrom(programArguments);
    windows.showFirst();
  });
  openedLinks.openFrom(process.argv);
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
      onNotice: (notice) => windows.tellPages('update:changed', notice),
    });
  });
  const nearby = createLazyNearby({
    isVisible: () => settings.current().isVisibleNearby,
    whenListening: signaling.address,
    origins: () => signaling.server()?.origins ?? [],
    port: () => signaling.server()?.port ?? 0,
    isBlocked: (address) => signaling.server()?.isBlocked(address) ?? false,
    program: process.execPath,
    emit: windows.tellPages,
  });
  settings.onChange(() => void nearby.refresh());
  quitAfterClosing(app, async () => {
    await nearby.close();
    await Promise.all([signaling.close(), updates.close(), settings.saved()]);
  });

  const { platform } = process;
  const systemPicker = systemPickerFor({
    ...{ platform, release: release(), isWayland, access: screenAccess() },
  });
  const soundProblem = soundProblemOf(platform, release(), systemPicker);
  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () =>
      listSources({
        ...{ desktopCapturer, screen, ownSourceIds: windows.sourceIds },
        ownDisplayId: () => windows.displayId(screen),
        ...{ access: screenAccess, systemPicker, soundProblem },
      }),
    (listing) => windows.tellPages('sources:changed', listing),
  );
  settings.onState((state) => windows.tellPages('settings:changed', state));
  claimLinks(app, process.platform, process.execPath);
  servePage(protocol, pageRoot);
  restrictPermissions(session.defaultSession, PAGE_ORIGIN);
  const stills = createStills(desktopCapturer, !isWayland);
  const capturedScreen = watchCapturedScreen(screen, () => {
    windows.tellPages('source:lost');
  });
  answerDisplayMedia({
    ...{ session: session.defaultSession, desktopCapturer, choice: sourceChoice },
    ...{ pageOrigin: PAGE_ORIGIN, canShareSound: soundProblem === null },
    usesSystemPicker: systemPicker === 'macos',
    onGranted(source) {
      hasCaptured = true;
      stills.allow(source.id);
      capturedScreen.capture(source);
    },
  });
  answerRequests(
    ipcMain,
    createHandlers({
      app,
      shell,
      platform: process.platform,
      signaling: signaling.address,
      sourceWatch,
      sourceChoice,
      async askScreenAccess() {
        const thumbnailSize = { width: 0, height: 0 };
        await desktopCapturer.getSources({ types: ['screen'], thumbnailSize }).catch(() => {});
        sourceWatch.refresh();
      },
      takeStill: stills.take,
      settings,
      fetchOutside: (url, init) => net.fetch(url, init),
      updates,
      takeLink: openedLinks.take,
      nearby,
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
    void nearby.close();
  });
  window.on('closed', sourceWatch.stop);
  window.on('focus', sourceWatch.refresh);
  await updates.start();
}

function screenAccess(): ScreenAccess {
  return screenAccessOf(process.platform, systemPreferences);
}
