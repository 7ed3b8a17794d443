import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type AppPaths = { get(name: string): string; set(name: string, path: string): void };

/** Folders as Electron lays them out on Linux. */
export function createAppPaths(appName: () => string, userDataSwitch: () => string): AppPaths {
  const chosen = new Map<string, string>();
  const home = homedir();
  const config = process.env.XDG_CONFIG_HOME || join(home, '.config');
  const executable = resolve(process.argv[1] ?? process.execPath);

  const defaults: Record<string, () => string> = {
    home: () => home,
    temp: tmpdir,
    appData: () => config,
    userData: () => userDataSwitch() || join(get('appData'), appName()),
    sessionData: () => get('userData'),
    logs: () => join(get('userData'), 'logs'),
    crashDumps: () => join(get('userData'), 'Crashpad'),
    exe: () => executable,
    module: () => executable,
    desktop: () => join(home, 'Desktop'),
    documents: () => join(home, 'Documents'),
    downloads: () => join(home, 'Downloads'),
    pictures: () => join(home, 'Pictures'),
    videos: () => join(home, 'Videos'),
  };

  function get(name: string): string {
    const path = chosen.get(name) ?? defaults[name]?.();
    if (!path) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  return { get, set: (name, path) => void chosen.set(name, path) };
}
