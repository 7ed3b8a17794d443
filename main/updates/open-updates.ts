import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { App, Shell } from 'electron';
import type { UpdateNotice } from '../../preload/contract.ts';
import { createLog } from '../../signaling/log.ts';
import { createUpdates } from './create-updates.ts';
import { type AppUpdates, nothingNewer } from './late-updates.ts';
import { findUpdateWay } from './update-way.ts';

export type OpenUpdatesDeps = {
  readonly app: Pick<
    App,
    'isPackaged' | 'getPath' | 'releaseSingleInstanceLock' | 'requestSingleInstanceLock'
  >;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly appFolder: string;
  readonly resourcesFolder: string;
  readonly isEnabled: () => boolean;
  readonly isSharing: () => boolean;
  readonly onNotice: (notice: UpdateNotice) => void;
};

/** Looks for newer versions of this copy of the app, in the way it was installed. */
export async function openUpdates(deps: OpenUpdatesDeps): Promise<AppUpdates> {
  const log = createLog('info', process.stderr);
  const packageType = path.join(deps.resourcesFolder, 'package-type');
  const way = findUpdateWay({
    platform: process.platform,
    isPackaged: deps.app.isPackaged,
    appImage: process.env.APPIMAGE,
    program: deps.app.getPath('exe'),
    packageType: existsSync(packageType) ? readFileSync(packageType, 'utf8').trim() : undefined,
    hasFeed: existsSync(path.join(deps.resourcesFolder, 'app-update.yml')),
    manifest: await readManifest(path.join(deps.appFolder, 'package.json')),
  });
  if (way.kind === 'none') {
    log.info({ reason: way.reason }, 'no updates');
    return nothingNewer;
  }
  const isSelfUpdating = way.kind === 'self';
  const updates = createUpdates({
    ...deps,
    isSelfUpdating,
    log,
    async openUpdater() {
      // The largest thing the main process has, and only needed here.
      const { createUpdater, openLibraryUpdater } = await import('./library-updater.ts');
      const updater = createUpdater(openLibraryUpdater(process.platform, isSelfUpdating), log);
      return { ...updater, restart: () => restartAlone(deps.app, updater.restart) };
    },
    schedule(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
  return { ...updates, openDownloads: () => deps.shell.openExternal(way.downloads) };
}

async function readManifest(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // A copy that does not say where it is from has no feed.
    return undefined;
  }
}

/** The new copy is started before this one has ended, and must not take it for the running app. */
function restartAlone(app: OpenUpdatesDeps['app'], restart: () => void): void {
  app.releaseSingleInstanceLock();
  try {
    restart();
  } catch (error) {
    app.requestSingleInstanceLock();
    throw error;
  }
}
