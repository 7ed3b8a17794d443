import { release } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  desktopCapturer,
  ipcMain,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
} from 'electron';
import { readEnvironment } from '../signaling/cli-options.ts';
import { createLog } from '../signaling/log.ts';
import { startSignalingServer } from '../signaling/server.ts';
import { PAGE_ORIGIN, PAGE_SCHEME, servePage } from './app-page.ts';
import { listSources } from './capture-sources.ts';
import { answerDisplayMedia, createSourceChoice } from './display-media.ts';
import { createHandlers } from './handlers.ts';
import { answerRequests, emitTo, isTrustedSender } from './ipc.ts';
import { startLocalSignaling } from './local-signaling.ts';
import { watchCapturedScreen } from './lost-screen.ts';
import { claimLinks, createOpenedLinks } from './opened-links.ts';
import { restrictPermissions } from './permissions.ts';
import { setPictureSwitches } from './picture-switches.ts';
import {
  type ScreenAccess,
  screenAccessOf,
  soundProblemOf,
  systemPickerFor,
} from './screen-access.ts';
import { createStills } from './source-still.ts';
import { createSourceWatch } from './source-watch.ts';
import { guardContents, openWindow } from './window.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageRoot = path.join(here, '../renderer');
const preloadFile = path.join(here, '../preload/preload.cjs');
const isWayland = process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland';

app.enableSandbox();
setPictureSwitches(app);
protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);

const openedLinks = createOpenedLinks(() => {
  for (const window of BrowserWindow.getAllWindows()) emitTo(window.webContents, 'link:opened');
  showFirstWindow();
});

if (app.requestSingleInstanceLock()) {
  // macOS tells of a link before the app is ready, and of every later one.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openedLinks.open(link);
  });
  app.on('second-instance', (_event, programArguments) => {
    openedLinks.openFrom(programArguments);
    showFirstWindow();
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

  const { platform } = process;
  const systemPicker = systemPickerFor({
    ...{ platform, release: release(), isWayland, access: screenAccess() },
  });
  const soundProblem = soundProblemOf(platform, release(), systemPicker);
  const sourceChoice = createSourceChoice(() => performance.now());
  const sourceWatch = createSourceWatch(
    () =>
      listSources({
        ...{ desktopCapturer, screen, ownSourceIds, ownDisplayId },
        ...{ access: screenAccess, systemPicker, soundProblem },
      }),
    (listing) => {
      for (const window of BrowserWindow.getAllWindows()) {
        emitTo(window.webContents, 'sources:changed', listing);
      }
    },
  );
  claimLinks(app, process.platform, process.execPath);
  servePage(protocol, pageRoot);
  restrictPermissions(session.defaultSession, PAGE_ORIGIN);
  const stills = createStills(desktopCapturer, !isWayland);
  const capturedScreen = watchCapturedScreen(screen, () => {
    for (const window of BrowserWindow.getAllWindows()) emitTo(window.webContents, 'source:lost');
  });
  answerDisplayMedia({
    ...{ session: session.defaultSession, desktopCapturer, choice: sourceChoice },
    ...{ pageOrigin: PAGE_ORIGIN, canShareSound: soundProblem === null },
    usesSystemPicker: systemPicker === 'macos',
    onGranted(source) {
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
      takeLink: openedLinks.take,
    }),
    (sender) => isTrustedSender(sender, PAGE_ORIGIN),
  );

  const window = await openWindow(BrowserWindow, preloadFile);
  // A page that is gone or starts over has no picker open.
  window.webContents.on('did-start-loading', () => {
    sourceWatch.stop();
    stills.forbid();
    capturedScreen.forget();
  });
  window.on('closed', sourceWatch.stop);
  window.on('focus', sourceWatch.refresh);
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  if (window && !window.isVisible()) window.show();
  window?.focus();
}

function ownSourceIds(): string[] {
  return BrowserWindow.getAllWindows().map((window) => window.getMediaSourceId());
}

function ownDisplayId(): number | undefined {
  const [window] = BrowserWindow.getAllWindows();
  return window && screen.getDisplayMatching(window.getBounds()).id;
}

function screenAccess(): ScreenAccess {
  return screenAccessOf(process.platform, systemPreferences);
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
