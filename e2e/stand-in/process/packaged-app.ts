import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractAll } from '@electron/asar';

export type PackagedApp = {
  /** Where the files of `app.asar` lie while the app runs: Node reads no archives, Electron does. */
  readonly folder: string;
  /** The folder the installer made beside the program. */
  readonly resources: string;
};

/** The app packaged around this executable, as electron-builder lays it out; `undefined` without. */
export function unpackApp(executable: string): PackagedApp | undefined {
  const resources = join(dirname(realpathSync(executable)), 'resources');
  const archive = join(resources, 'app.asar');
  if (!existsSync(archive)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-asar-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  extractAll(archive, folder);
  return { folder, resources };
}
