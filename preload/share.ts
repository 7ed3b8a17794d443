import type { Shortcuts } from './settings.ts';

/** Why nothing is shown: the presenter wanted it so, or the presenter's computer was left. */
export type PauseReason = 'by-hand' | 'screen-locked' | 'asleep';

/** Somebody who waits to be let in. */
export type Asker = { readonly peerId: string; readonly name: string };

/** What the page tells of the share that is going on. */
export type RunningShare = {
  /** What is shared, as the system names it; empty where it has no name. */
  readonly sourceName: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  /** How many viewers see the screen right now, or would if it were not paused. */
  readonly watching: number;
  readonly asking: readonly Asker[];
  /** Another source can be shared without a new invite. */
  readonly canSwitch: boolean;
};

/** The state of the share, which only the page knows; everything around the page follows from it. */
export type Share =
  | { readonly state: 'idle' }
  | (RunningShare & { readonly state: 'sharing' })
  | (RunningShare & { readonly state: 'paused'; readonly reason: PauseReason });

export type ShareReport = {
  /** What the page speaks, so that tray, bar and notifications speak the same. */
  readonly language: 'en' | 'ko';
  readonly share: Share;
};

/** What the page is asked to do, by the tray, the bar, a shortcut, a notification or the system. */
export type ShareCommand =
  | { readonly type: 'pause'; readonly reason: PauseReason }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' }
  | { readonly type: 'switch-source' }
  | { readonly type: 'allow'; readonly peerId: string }
  | { readonly type: 'deny'; readonly peerId: string }
  /** The window has been brought forward: go to whoever asks to join. */
  | { readonly type: 'show' };

export type ShortcutName = keyof Shortcuts;

/** What became of a shortcut: `off` while nothing is shared, or where the person wants none. */
export type ShortcutState =
  | { readonly state: 'off' }
  | {
      readonly state: 'works' | 'taken' | 'invalid';
      /** As Electron's accelerator. */
      readonly keys: string;
    };
export type ShortcutStates = { readonly [Name in ShortcutName]: ShortcutState };

/** All that the control bar may ask for. */
export const BAR_ACTIONS = [
  'ready',
  'pause',
  'resume',
  'stop',
  'switch-source',
  'open',
  'hide',
] as const;
export type BarAction = (typeof BAR_ACTIONS)[number];

/** What the control bar shows. */
export type BarView = {
  readonly language: 'en' | 'ko';
  /** Why nothing is shown; `null` while the screen is. */
  readonly pauseReason: PauseReason | null;
  readonly startedAtMs: number;
  readonly watching: number;
  readonly asking: number;
  readonly canSwitch: boolean;
  /** The system may put the bar into the shared picture. */
  readonly isSeen: boolean;
};

/** The one object the bar's preload script puts on the bar's `window`. */
export type BarApi = {
  readonly act: (action: BarAction) => Promise<void>;
  readonly onView: (listener: (view: BarView) => void) => () => void;
};

/** Name of the `BarApi` on `window`. */
export const BAR_API_KEY = 'sightlineBar';
/** The bar's channels; they are no part of the page's contract. */
export const BAR_ACT = 'bar:act';
export const BAR_VIEW = 'bar:view';
