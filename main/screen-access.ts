import type { SystemPreferences } from 'electron';

/** What the system lets this app see of the screen. */
export type ScreenAccess =
  | 'allowed'
  /** The first look makes the system ask the person. */
  | 'not-asked'
  | 'refused';

/** The system's own dialog for choosing what to share, where it takes the place of our gallery. */
export type SystemPicker = 'portal' | 'macos';

/** The kernel of the first macOS with what it takes: 13 and 15. */
const DARWIN = { systemSound: 22, systemPicker: 24 } as const;

const kernelOf = (release: string): number => Number.parseInt(release, 10) || 0;

export function screenAccessOf(
  platform: NodeJS.Platform,
  preferences: Pick<SystemPreferences, 'getMediaAccessStatus'>,
): ScreenAccess {
  if (platform !== 'darwin') return 'allowed';
  const status = preferences.getMediaAccessStatus('screen');
  if (status === 'denied' || status === 'restricted') return 'refused';
  return status === 'not-determined' ? 'not-asked' : 'allowed';
}

/**
 * Decided once at the start. On Wayland every look opens the portal's dialog, so there is nothing
 * to build a gallery from. A Mac that has not allowed screen recording gets the system's picker,
 * which needs no such permission; one that has gets the gallery, with search and previews.
 * @param release of the kernel, as `os.release()` gives it
 */
export function systemPickerFor(surroundings: {
  readonly platform: NodeJS.Platform;
  readonly release: string;
  readonly isWayland: boolean;
  readonly access: ScreenAccess;
}): SystemPicker | null {
  const { platform, release, isWayland, access } = surroundings;
  if (isWayland) return 'portal';
  if (platform !== 'darwin' || access === 'allowed') return null;
  return kernelOf(release) >= DARWIN.systemPicker ? 'macos' : null;
}

/** Why the sound this computer plays cannot be shared; `null` where it can. */
export type SoundProblem = 'not-on-linux' | 'old-macos' | 'system-picker';

/** Electron captures it by loopback on Windows, and on macOS from 13 on. */
export function soundProblemOf(
  platform: NodeJS.Platform,
  release: string,
  systemPicker: SystemPicker | null,
): SoundProblem | null {
  if (platform === 'win32') return null;
  if (platform !== 'darwin') return 'not-on-linux';
  if (kernelOf(release) < DARWIN.systemSound) return 'old-macos';
  return systemPicker ? 'system-picker' : null;
}
