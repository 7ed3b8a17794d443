import type {
  KnockAnswer,
  KnockOutcome,
  NearbyListing,
  NearbyOffer,
  NearbyStanding,
  OwnKnock,
  ReceivedKnock,
} from './nearby.ts';

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
  /** Looks for others on the local network, and tells of changes, until `nearby:unwatch`. */
  'nearby:watch': () => Promise<NearbyListing>;
  'nearby:unwatch': () => Promise<void>;
  /** Resolves when the presenter has answered, or nobody will; one knock at a time. */
  'nearby:knock': (knock: OwnKnock) => Promise<KnockOutcome>;
  'nearby:cancel': () => Promise<void>;
  /** A share runs here; said again when something of it changes. */
  'nearby:open': (offer: NearbyOffer) => Promise<NearbyStanding>;
  'nearby:close': () => Promise<void>;
  'nearby:answer': (knockId: string, answer: KnockAnswer) => Promise<void>;
};

/** Everything the main process may tell the page. */
export type Events = {
  'sources:changed': (listing: SourceListing) => void;
  'nearby:changed': (listing: NearbyListing) => void;
  'nearby:standing': (standing: NearbyStanding) => void;
  'nearby:knocked': (knock: ReceivedKnock) => void;
  /** Whoever knocked has gone. */
  'nearby:withdrawn': (knockId: string) => void;
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
  readonly watchNearby: Requests['nearby:watch'];
  readonly unwatchNearby: Requests['nearby:unwatch'];
  readonly knockNearby: Requests['nearby:knock'];
  readonly cancelNearby: Requests['nearby:cancel'];
  readonly openNearby: Requests['nearby:open'];
  readonly closeNearby: Requests['nearby:close'];
  readonly answerNearby: Requests['nearby:answer'];
  readonly onNearbyChanged: (listener: Events['nearby:changed']) => () => void;
  readonly onNearbyStanding: (listener: Events['nearby:standing']) => () => void;
  readonly onNearbyKnocked: (listener: Events['nearby:knocked']) => () => void;
  readonly onNearbyWithdrawn: (listener: Events['nearby:withdrawn']) => () => void;
};

/** Name of the `DesktopApi` on `window`. */
export const DESKTOP_API_KEY = 'sightlineDesktop';
