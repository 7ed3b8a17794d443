import {
  AppImageUpdater,
  type AppUpdater,
  CancellationToken,
  DebUpdater,
  MacUpdater,
  NsisUpdater,
} from 'electron-updater';
import type { Log } from '../../signaling/log.ts';
import type { Updater } from './create-updates.ts';

/** Versions as the feed names them; anything longer is not one. */
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}(-[\w.]{1,32})?$/;

/** The library's updater for this system; one that only asks also serves a deb or an rpm. */
export function openLibraryUpdater(platform: NodeJS.Platform, isSelfUpdating: boolean): AppUpdater {
  if (platform === 'win32') return new NsisUpdater();
  if (platform === 'darwin') return new MacUpdater();
  return isSelfUpdating ? new AppImageUpdater() : new DebUpdater();
}

/** electron-updater as the app wants it: it does nothing by itself, and tells the server nothing. */
export function createUpdater(library: AppUpdater, log: Pick<Log, 'info' | 'warn'>): Updater {
  library.autoDownload = false;
  library.autoInstallOnAppQuit = false;
  library.allowPrerelease = false;
  library.allowDowngrade = false;
  library.disableWebInstaller = true;
  // The library would send an id of this installation along with every look.
  library.requestHeaders = { 'x-user-staging-id': 'none' };
  library.logger = {
    info: () => {},
    warn: (message: unknown) => log.warn({ reason: String(message) }, 'updater'),
    // What it reports here it also throws, and is logged where that is caught.
    error: () => {},
  };
  return {
    async check() {
      const result = await library.checkForUpdates();
      if (!result?.isUpdateAvailable) return null;
      const { version } = result.updateInfo;
      if (!VERSION.test(version)) throw new Error('the feed names no version');
      return version;
    },
    download() {
      // Only then does the library prepare to install at the end.
      library.autoInstallOnAppQuit = true;
      const cancellation = new CancellationToken();
      return {
        done: library.downloadUpdate(cancellation).then(() => {}),
        cancel: () => cancellation.cancel(),
      };
    },
    restart() {
      let failure: Error | undefined;
      const remember = (error: Error) => {
        failure = error;
      };
      library.on('error', remember);
      library.quitAndInstall(true, true);
      library.off('error', remember);
      if (failure) throw failure;
    },
    setInstallOnQuit(isWanted) {
      library.autoInstallOnAppQuit = isWanted;
    },
  };
}
