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
  'capture-settings:open': () => Promise<void>;
};

/** Everything the main process may tell the page. */
export type Events = {
  'sources:changed': (listing: SourceListing) => void;
};

/** The one object the preload script puts on the page's `window`. */
export type DesktopApi = {
  readonly describeApp: Requests['app:describe'];
  readonly signalingAddress: Requests['signaling:address'];
  readonly watchSources: Requests['sources:watch'];
  readonly unwatchSources: Requests['sources:unwatch'];
  readonly chooseSource: Requests['sources:choose'];
  readonly openCaptureSettings: Requests['capture-settings:open'];
  readonly onSourcesChanged: (listener: Events['sources:changed']) => () => void;
};

/** Name of the `DesktopApi` on `window`. */
export const DESKTOP_API_KEY = 'sightlineDesktop';
