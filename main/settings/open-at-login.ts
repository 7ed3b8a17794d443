import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { App } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { autostartEntry } from './autostart-entry.ts';

type LoginApp = Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings'>;

export type OpenAtLoginDeps = {
  readonly app: LoginApp;
  readonly platform: NodeJS.Platform;
  /** Where programs to start at login are listed on Linux. */
  readonly autostartFolder: string;
  /** What starts this app: the program and, where it needs one, the folder of the app. */
  readonly command: readonly string[];
};

/** Has the system open the app at login, or no longer. Rejects when the system refuses. */
export type SetOpenAtLogin = (isWanted: boolean) => Promise<void>;

export function createOpenAtLogin(deps: OpenAtLoginDeps): SetOpenAtLogin {
  const { app, platform, autostartFolder, command } = deps;
  const entry = path.join(autostartFolder, 'sightline.desktop');
  return async (isWanted) => {
    if (platform !== 'linux') {
      app.setLoginItemSettings({ openAtLogin: isWanted });
      // macOS and Windows let a person switch it off where the app cannot.
      if (app.getLoginItemSettings().openAtLogin !== isWanted) throw new Error('login-refused');
    } else if (isWanted) {
      await mkdir(autostartFolder, { recursive: true });
      await writeFileAtomic(entry, autostartEntry(command));
    } else {
      await rm(entry, { force: true });
    }
  };
}
