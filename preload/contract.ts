import type {
  KnockAnswer,
  KnockOutcome,
  NearbyListing,
  NearbyOffer,
  NearbyStanding,
  OwnKnock,
  ReceivedKnock,
} from './nearby.ts';
import type { ServerCheck, SettingsPatch, SettingsState } from './settings.ts';
import type { ShareCommand, ShareReport, ShortcutStates } from './share.ts';
import type { SourceListing, SourceStill } from './source.ts';

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

/** A newer version of the app, as far as a person is told of it. */
export type UpdateNotice =
  | { readonly status: 'none' }
  /** It is here, and installed by a restart. */
  | { readonly status: 'ready'; readonly version: string }
  /** The person installs it, the way this one was installed. */
  | { readonly status: 'elsewhere'; readonly version: string };
/** What is wrong with a link that was to open the app. */
export type LinkProblem = 'unreadable' | 'unknown-action' | 'no-code' | 'no-server';

/** A `sightline:` link the system has handed to the app. */
export type OpenedLink =
  | {
      readonly status: 'invite';
      readonly code: string;
      /** http(s) origin of the server the room is on. */
      readonly origin: string;
    }
  | { readonly status: 'refused'; readonly problem: LinkProblem };

/** Everything the page may ask of the main process. */
export type Requests = {
  'app:describe': () => Promise<AppDescription>;
  'signaling:address': () => Promise<SignalingAddress>;
  'sources:watch': () => Promise<SourceListing>;
  'sources:unwatch': () => Promise<void>;
  /** @param withSound also the sound this computer plays, where that can be had */
  'sources:choose': (sourceId: string, withSound: boolean) => Promise<void>;
  /** Has the system ask the person whether this app may see the screen. */
  'sources:ask-access': () => Promise<void>;
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
  /** The newest link nobody has taken yet. */
  'link:take': () => Promise<OpenedLink | null>;
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
  'share:report': (report: ShareReport) => Promise<void>;
  /** Shows the control bar and puts the keyboard into it. */
  'share:show-bar': () => Promise<void>;
};

/** Everything the main process may tell the page. */
export type Events = {
  'sources:changed': (listing: SourceListing) => void;
  'settings:changed': (state: SettingsState) => void;
  /** The screen that is captured is no longer connected. */
  'source:lost': () => void;
  'update:changed': (notice: UpdateNotice) => void;
  /** There is a link to take. */
  'link:opened': () => void;
  'nearby:changed': (listing: NearbyListing) => void;
  'nearby:standing': (standing: NearbyStanding) => void;
  'nearby:knocked': (knock: ReceivedKnock) => void;
  /** Whoever knocked has gone. */
  'nearby:withdrawn': (knockId: string) => void;
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
  readonly askScreenAccess: Requests['sources:ask-access'];
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
  readonly takeLink: Requests['link:take'];
  readonly onLinkOpened: (listener: Events['link:opened']) => () => void;
  readonly onSourcesChanged: (listener: Events['sources:changed']) => () => void;
  readonly onSourceLost: (listener: Events['source:lost']) => () => void;
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
  readonly reportShare: Requests['share:report'];
  readonly showBar: Requests['share:show-bar'];
  readonly onShareCommand: (listener: Events['share:command']) => () => void;
  readonly onShortcutsChanged: (listener: Events['shortcuts:changed']) => () => void;
};

/** Name of the `DesktopApi` on `window`. */
export const DESKTOP_API_KEY = 'sightlineDesktop';
