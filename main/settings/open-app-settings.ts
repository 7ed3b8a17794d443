import path from 'node:path';
import type { App, NativeTheme } from 'electron';
import { applySettings } from './apply-settings.ts';
import { createOpenAtLogin } from './open-at-login.ts';
import { openSettings } from './open-settings.ts';
import { openSettingsFile } from './settings-file.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';

/** Reads the person's settings, and has them take effect from now on. */
export async function openAppSettings(app: App, nativeTheme: NativeTheme): Promise<SettingsStore> {
  const file = path.join(app.getPath('userData'), 'settings.json');
  const settings = createSettingsStore(await openSettings(openSettingsFile(file, Date.now)));
  applySettings(settings, nativeTheme, createOpenAtLogin({ app, ...loginStart(app) }));
  return settings;
}

/** What the system needs to know to start this app at login. */
function loginStart(app: App) {
  const program = process.env.APPIMAGE ?? app.getPath('exe');
  return {
    platform: process.platform,
    autostartFolder: path.join(app.getPath('appData'), 'autostart'),
    command: app.isPackaged ? [program] : [program, app.getAppPath()],
  };
}
