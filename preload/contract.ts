import type { ShareCommand, ShareReport, ShortcutStates } from './share.ts';

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
  'share:report': (report: ShareReport) => Promise<void>;
  /** Shows the control bar and puts the keyboard into it. */
  'share:show-bar': () => Promise<void>;
};

/** Everything the main process may tell the page. */
export type Events = {
  'sources:changed': (listing: SourceListing) => void;
  'share:command': (command: ShareCommand) => void;
  'shortcuts:changed': (states: ShortcutStates) => void;
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
  readonly onSourcesChanged: (listener: Events['sources:changed']) => () => void;
  readonly reportShare: Requests['share:report'];
  readonly showBar: Requests['share:show-bar'];
  readonly onShareCommand: (listener: Events['share:command']) => () => void;
  readonly onShortcutsChanged: (listener: Events['shortcuts:changed']) => () => void;
};

/** Name of the `DesktopApi` on `window`. */
export const DESKTOP_API_KEY = 'sightlineDesktop';
