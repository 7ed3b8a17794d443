import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { repositoryRoot, startSignalingService } from './signaling-service.ts';

const electronPackage = path.join(repositoryRoot, 'node_modules/electron');

/** Whether the desktop journeys run on the stand-in because Electron's program is not installed. */
export const isStandIn = !existsSync(path.join(electronPackage, 'path.txt'));

export const electronProgram = isStandIn
  ? path.join(repositoryRoot, 'out/stand-in/electron')
  : path.join(
      electronPackage,
      'dist',
      readFileSync(path.join(electronPackage, 'path.txt'), 'utf8').trim(),
    );

export type DesktopApp = {
  readonly electronApp: ElectronApplication;
  readonly page: Page;
  /** The profile it runs with, private to this app. */
  readonly userFolder: string;
  close(): Promise<void>;
};

/** What starting the built app takes, with or without Playwright. */
export const desktopArguments = (userFolder: string): string[] => [
  repositoryRoot,
  `--user-data-dir=${userFolder}`,
  // Chromium refuses to start its own sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The stand-in's pages have an http origin, which the service inside the app must be told of. */
const STAND_IN_ORIGIN = 'http://sightline.app.stand-in.localhost';
const standInOrigin = { SIGHTLINE_ALLOWED_ORIGIN: STAND_IN_ORIGIN };

/** A service that desktop apps may use, wherever their pages come from here. */
export const startServiceForApps = () =>
  startSignalingService([
    '--no-public-stun',
    ...(isStandIn ? ['--allowed-origin', STAND_IN_ORIGIN] : []),
  ]);

/** Where a desktop app finds what it finds; each is one of its own unless given. */
export type DesktopPlaces = {
  /** The profile it runs with, kept afterwards. */
  readonly userFolder?: string;
  /** Program of a package that holds the app, instead of Electron and the build. */
  readonly packagedApp?: string;
  /** Another way to start Electron, in another network for one. */
  readonly executablePath?: string;
  /** Further arguments. */
  readonly more?: readonly string[];
  /** Further environment variables. */
  readonly env?: NodeJS.ProcessEnv;
};

/** Reachable on this machine only, and asking nobody outside. */
export const desktopEnvironment = {
  SIGHTLINE_HOST: '127.0.0.1',
  SIGHTLINE_NO_PUBLIC_STUN: '1',
  ...(isStandIn ? standInOrigin : {}),
};

/** Starts the app as built, with a profile of its own and reachable on this machine only. */
export async function openDesktopApp(places: DesktopPlaces = {}): Promise<DesktopApp> {
  const { packagedApp } = places;
  const userFolder = places.userFolder ?? (await mkdtemp(path.join(tmpdir(), 'sightline-user-')));
  const builtArguments = desktopArguments(userFolder);
  const electronApp = await electron.launch({
    executablePath: packagedApp ?? places.executablePath ?? electronProgram,
    args: [
      ...builtArguments.filter((argument) => !packagedApp || argument !== repositoryRoot),
      ...(places.more ?? []),
    ],
    env: {
      ...process.env,
      ...desktopEnvironment,
      // What is packaged here has the stand-in for its program.
      ...(packagedApp ? standInOrigin : {}),
      ...places.env,
    } as Record<string, string>,
  });
  const page = await electronApp.firstWindow();
  await page.waitForURL(/index\.html$/);
  return {
    electronApp,
    page,
    userFolder,
    close: async () => {
      await quitWithoutQuestions(electronApp);
      await electronApp.close();
      if (places.userFolder === undefined) await rm(userFolder, { recursive: true, force: true });
    },
  };
}

/** Quitting while a screen is shared asks, and at the end of a journey nobody is there to answer. */
export async function quitWithoutQuestions(electronApp: ElectronApplication): Promise<void> {
  const answerFirst = electronApp.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  // An app that has ended already asks nothing.
  await answerFirst.catch(() => {});
}
