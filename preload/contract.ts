import type { ServerCheck, SettingsPatch, SettingsState } from './settings.ts';

/** A screen or window that can be captured, as the picker shows it. */
export type Source = {
  readonly id: string;
  readonly kind: 'screen' | 'window';
  readonly name: string;
  /** PNG as a data URL; empty where the system gives none. */
  readonly thumbnail: string;
};

/** What the picker can show right now. */
export type SourceListing =
  | { readonly status: 'listed'; readonly sources: readonly Source[] }
  /** The system has not allowed this app to record the screen. */
  | { readonly status: 'refused-by-system' }
  | { readonly status: 'failed' };

/** Where the app's own signaling service listens. */
export type SignalingAddress =
  | { readonly status: 'listening'; readonly socketUrl: string }
  | { readonly status: 'failed'; readonly message: string };

/** The pixels of a shared screen at one moment, exactly as they are shown. */
export type SourceStill = {
  readonly width: number;
  readonly height: number;
  /**
   * Four bytes for each pixel, row by row: blue, green, red, and one without meaning; compressed
   * (RFC 1951), because the screen of a person at work is a twentieth of its size then.
   */
  readonly deflated: Uint8Array<ArrayBuffer>;
};

export type AppDescription = {
  readonly version: string;
  readonly platform: 'linux' | 'macos' | 'windows';
  /** BCP 47 tags, the person's preferred language first. */
  readonly languages: readonly string[];
};

/** A newer version of the app, as far as a person is told of it. */
export type UpdateNotice =
  | { readonly status: 'none' }
  /** It is here, and installed by a restart. */
  | { readonly status: 'ready'; readonly version: string }
  /** The person installs it, the way this one was installed. */
  | { readonly status: 'elsewhere'; readonly version: string };

/** Everything the page may ask of the main process. */
export type Requests = {
  'app:describe': () => Promise<AppDescription>;
  'signaling:address': () => Promise<SignalingAddress>;
  'sources:watch': () => Promise<SourceListing>;
  'sources:unwatch': () => Promise<void>;
  'sources:choose': (sourceId: string) => Promise<void>;
  /** Of the screen being captured; `null` where that cannot be had, and of windows. */
  'source:still': (width: number, height: number) => Promise<SourceStill | null>;
  'capture-settings:open': () => Promise<void>;
  'settings:read': () => Promise<SettingsState>;
  'settings:change': (patch: SettingsPatch) => Promise<void>;
  'settings:dismiss-troubles': () => Promise<void>;
  /** Of an http(s) origin. */
  'server:check': (origin: string) => Promise<ServerCheck>;
  'update:current': () => Promise<UpdateNotice>;
  /** Does nothing while something is shared. */
  'update:restart': () => Promise<void>;
  'update:later': () => Promise<void>;
  /** The page of the newest release, in the person's browser. */
  'update:open-downloads': () => Promise<void>;
};

/** Everything the main process may tell the page. */
export type Events = {
  'sources:changed': (listing: SourceListing) => void;
  'settings:changed': (state: SettingsState) => void;
  /** The screen that is captured is no longer connected. */
  'source:lost': () => void;
  'update:changed': (notice: UpdateNotice) => void;
};

/** The one object the preload script puts on the page's `window`. */
export type DesktopApi = {
  readonly describeApp: Requests['app:describe'];
  readonly signalingAddress: Requests['signaling:address'];
  readonly watchSources: Requests['sources:watch'];
  readonly unwatchSources: Requests['sources:unwatch'];
  readonly chooseSource: Requests['sources:choose'];
  readonly takeStill: Requests['source:still'];
  readonly openCaptureSettings: Requests['capture-settings:open'];
  readonly readSettings: Requests['settings:read'];
  readonly changeSettings: Requests['settings:change'];
  readonly dismissSettingsTroubles: Requests['settings:dismiss-troubles'];
  readonly checkServer: Requests['server:check'];
  readonly onSettingsChanged: (listener: Events['settings:changed']) => () => void;
  readonly currentUpdate: Requests['update:current'];
  readonly restartForUpdate: Requests['update:restart'];
  readonly putOffUpdate: Requests['update:later'];
  readonly openDownloads: Requests['update:open-downloads'];
  readonly onUpdateChanged: (listener: Events['update:changed']) => () => void;
  readonly onSourcesChanged: (listener: Events['sources:changed']) => () => void;
  readonly onSourceLost: (listener: Events['source:lost']) => () => void;
};

/** Name of the `DesktopApi` on `window`. */
export const DESKTOP_API_KEY = 'sightlineDesktop';
