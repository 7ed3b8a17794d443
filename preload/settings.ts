/** A server that helps two computers find a way to each other, as a person enters it. */
export type OwnIceServer = {
  /** `stun:`, `turn:` or `turns:` (RFC 7064, RFC 7065). */
  readonly url: string;
  /** Both are needed for a relay, and empty for STUN. */
  readonly username: string;
  readonly credential: string;
};

/** What can be done from anywhere by a combination of keys. */
export type ShortcutName = 'pause' | 'stop';
/** As Electron's accelerators in the spelling of `shortcut.ts`; `null` for none. */
export type Shortcuts = { readonly [Name in ShortcutName]: string | null };

/** What a person has decided once for every share to come. */
export type Settings = {
  /** How others see this person; empty until told. */
  readonly name: string;
  readonly language: 'system' | 'en' | 'ko';
  readonly theme: 'system' | 'light' | 'dark';
  /** Http(s) origin of the service shares are opened on; `null` for the one inside the app. */
  readonly serverUrl: string | null;
  /** Used beside those the signaling service names. */
  readonly iceServers: readonly OwnIceServer[];
  readonly path: 'any' | 'lan-only' | 'relay-only';
  readonly quality: 'auto' | 'sharp-text' | 'smooth-motion' | 'low-bandwidth';
  readonly shortcuts: Shortcuts;
  /** Other Sightlines on the local network may see that something is shared here. */
  readonly isVisibleNearby: boolean;
  readonly startMinimised: boolean;
  readonly openAtLogin: boolean;
  readonly updates: boolean;
};
export type SettingName = keyof Settings;

/** One or more settings with their new values. */
export type SettingsPatch = { readonly [Name in SettingName]?: Settings[Name] };

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  language: 'system',
  theme: 'system',
  serverUrl: null,
  iceServers: [],
  path: 'any',
  quality: 'auto',
  shortcuts: { pause: 'CommandOrControl+Alt+P', stop: 'CommandOrControl+Alt+S' },
  isVisibleNearby: true,
  startMinimised: false,
  openAtLogin: false,
  updates: true,
};

/** What a person has to know about the place where settings are kept. */
export type SettingsTrouble =
  /** Nothing of it could be used, so it was put aside under another name. */
  | { readonly kind: 'kept-aside'; readonly why: 'broken' | 'newer'; readonly place: string }
  /** These have their defaults again; a copy of what was kept is at `place`. */
  | {
      readonly kind: 'wrong-values';
      readonly names: readonly SettingName[];
      readonly place: string;
    }
  /** Changes count until the app quits. */
  | { readonly kind: 'not-saved'; readonly why: SaveFailure; readonly place: string }
  /** The system did not take `openAtLogin`. */
  | { readonly kind: 'login-refused' };
export type SaveFailure = 'not-allowed' | 'disk-full' | 'failed';

/** The settings and all there is to say about them. */
export type SettingsState = {
  readonly settings: Settings;
  readonly troubles: readonly SettingsTrouble[];
  /** Shortcuts that another program holds. */
  readonly takenShortcuts: readonly ShortcutName[];
};

/** What became of asking a server whether it is one of Sightline. */
export type ServerCheck =
  | { readonly outcome: 'reached'; readonly version: string | null }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'unknown-name' }
  | { readonly outcome: 'bad-certificate' }
  | { readonly outcome: 'redirected' }
  | { readonly outcome: 'not-sightline' };
