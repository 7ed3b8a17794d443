/** A server that helps two computers find a way to each other, as a person enters it. */
export type OwnIceServer = {
  /** `stun:`, `turn:` or `turns:` (RFC 7064, RFC 7065). */
  readonly url: string;
  readonly username: string;
  readonly credential: string;
};

/** What a person has decided once for every share to come. */
export type Settings = {
  /** How others see this person; empty until told. */
  readonly name: string;
  readonly language: 'system' | 'en' | 'ko';
  readonly theme: 'system' | 'light' | 'dark';
  /** The signaling service shares are opened on; `null` for the one inside the app. */
  readonly serverUrl: string | null;
  readonly iceServers: readonly OwnIceServer[];
  readonly path: 'any' | 'lan-only' | 'relay-only';
  readonly quality: 'auto' | 'sharp-text' | 'smooth-motion' | 'low-bandwidth';
  /** As Electron's accelerators; `null` for none. */
  readonly shortcuts: { readonly pause: string | null; readonly stop: string | null };
  /** Other Sightlines on the local network may see that something is shared here. */
  readonly isVisibleNearby: boolean;
  readonly startMinimised: boolean;
  readonly openAtLogin: boolean;
  readonly updates: boolean;
};

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
