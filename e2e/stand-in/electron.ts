import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './api/app.ts';
import { switchesForChromium } from './api/command-line.ts';
import { shortcuts } from './api/global-shortcut.ts';
import { notifications } from './api/notification.ts';
import { trays } from './api/tray.ts';
import { startChromium } from './chromium/chromium.ts';
import { chromiumArguments } from './chromium/switches.ts';
import { type AppPackage, readAppPackage } from './process/app-package.ts';
import { type LaunchArguments, parseLaunchArguments } from './process/launch-arguments.ts';
import { type PackagedApp, unpackApp } from './process/packaged-app.ts';
import { provideElectron } from './process/provide-electron.ts';
import { reportErrors } from './process/report-errors.ts';
import { recordedCalls } from './recorder.ts';
import { captureMarker, setChromium } from './runtime.ts';
import { onChromiumGone, onTargetGone } from './window/browser-window.ts';
import { watchTargets } from './window/page-target.ts';
import { missingTools } from './x11/command.ts';

const standInVersion = 'v0.0.0-stand-in';

function checkMachine(): void {
  // Playwright knows Electron's own words for this.
  if (!process.env.DISPLAY) throw new Error('Unable to open X display!');
  const missing = missingTools();
  if (missing.length > 0) throw new Error(`stand-in: not in PATH: ${missing.join(', ')}`);
}

function describeProcess({ folder }: AppPackage, packaged: PackagedApp | undefined): void {
  let electron = standInVersion.slice(1);
  try {
    const installed: unknown = createRequire(join(folder, 'x.js'))('electron/package.json');
    electron = String(Reflect.get(installed as object, 'version'));
  } catch {
    // An app without the npm package still starts.
  }
  const versions = Object.freeze({ ...process.versions, electron, chrome: '0.0.0.0' });
  Object.defineProperty(process, 'versions', { value: versions });
  Object.assign(
    process,
    { type: 'browser', resourcesPath: packaged?.resources ?? folder },
    packaged ? {} : { defaultApp: true },
  );
}

// Playwright calls this once it watches; windows opened before could be missed.
function playwrightIsWatching({ inspect, openDebuggingPort }: LaunchArguments): Promise<void> {
  if (!inspect || !openDebuggingPort) return Promise.resolve();
  return new Promise((resolve) => Reflect.set(globalThis, '__playwright_run', resolve));
}

async function loadMain({ main, isModule }: AppPackage): Promise<void> {
  if (isModule) await import(pathToFileURL(main).href);
  else createRequire(main)(main);
}

async function openChromium(openDebuggingPort: boolean): Promise<void> {
  const profile = join(app.getPath('sessionData'), 'stand-in-chromium');
  const switches = chromiumArguments(profile, captureMarker, switchesForChromium());
  setChromium(
    await startChromium({ profile, switches, openDebuggingPort, onExit: onChromiumGone }),
  );
  await watchTargets(onTargetGone);
}

async function start(): Promise<void> {
  const launch = parseLaunchArguments(process.argv.slice(2));
  if (launch.showVersion) {
    process.stdout.write(`${standInVersion}\n`);
    return;
  }
  checkMachine();
  const packaged = unpackApp(process.argv[1] ?? '');
  const appPackage = readAppPackage(packaged?.folder ?? launch.entry);
  app.describe(appPackage, packaged !== undefined);
  describeProcess(appPackage, packaged);
  // As on Electron, the executable is argv[0], and its switches stay in.
  process.argv = process.argv.slice(1);
  provideElectron();
  Reflect.set(globalThis, 'standIn', { calls: recordedCalls, trays, notifications, shortcuts });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
  const watched = playwrightIsWatching(launch);
  if (launch.inspect) inspector.open(0, '127.0.0.1');
  await loadMain(appPackage);
  reportErrors();
  if (app.isQuitting()) return;
  await openChromium(launch.openDebuggingPort);
  await watched;
  app.becomeReady();
}

start().catch((error: unknown) => {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`App threw an error during load\n${trace}\n`);
  process.exit(1);
});
