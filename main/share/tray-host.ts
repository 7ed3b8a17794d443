import { execFile } from 'node:child_process';

/** Long enough for a busy session bus, short enough for somebody who waits for a window to close. */
const ANSWER_MS = 2_000;
const QUESTION = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.kde.StatusNotifierWatcher',
];

/**
 * Whether a tray icon is shown: always on Windows and macOS; on Linux when the desktop has a place
 * for status icons, which GNOME without an extension has not.
 */
export function isTrayHosted(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true);
  return new Promise((resolve) => {
    execFile('dbus-send', QUESTION, { timeout: ANSWER_MS }, (error, stdout) => {
      resolve(!error && /boolean true/.test(stdout));
    });
  });
}
