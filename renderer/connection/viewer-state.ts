import type { RoomCode } from '../../signaling/room-code.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { AbsenceReason } from '../peer/peer-message.ts';
import type { ShownFrame } from '../stream/quality/frame-latency.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { TilePicture } from '../stream/tiles/tile-picture.ts';
import type { CloseReason } from './close-reason.ts';
import type { GuestPass } from './knock.ts';

/** Where to join, and as whom. */
export type JoinTarget = {
  readonly code: RoomCode;
  /** WebSocket URL of the signaling service the room is on. */
  readonly socketUrl: string;
  /** The name the presenter sees. */
  readonly displayName: string;
  /** From a presenter that has allowed this already. */
  readonly guest?: GuestPass;
};

export type ViewerState =
  | { readonly name: 'idle' }
  /** Reaching the server and asking for the room; `attempt` counts from 1. */
  | { readonly name: 'joining'; readonly attempt: number }
  | {
      readonly name: 'waiting-for-approval';
      readonly isPresenterAway: boolean;
      /** False while the server is out of reach; the request is repeated as soon as it is back. */
      readonly isOnline: boolean;
    }
  /** `isSlow` once it takes longer than it should. */
  | { readonly name: 'negotiating'; readonly isSlow: boolean }
  | {
      readonly name: 'connected';
      readonly stream: MediaStream;
      /** What lies over the picture where it is known better. */
      readonly tiles: TilePicture;
      /** What carries the presenter's sound whenever there is any; `null` where there never is. */
      readonly sound: MediaStream | null;
      /** The presenter shares sound right now. */
      readonly hasSound: boolean;
      readonly isPaused: boolean;
      /** Why, where it is not the presenter who wants it so. */
      readonly pauseReason: AbsenceReason | null;
      /** Places in a word list to compare aloud with the presenter. */
      readonly words: readonly number[];
      /** Which way the picture takes; `null` until that is known. */
      readonly path: LinkPath | null;
      /** How the picture fares; `null` until that is known. */
      readonly quality: LiveQuality | null;
      /** To be told of every frame that is shown. */
      readonly onFrame: (frame: ShownFrame) => void;
    }
  /** The picture stopped; the last frame of `stream` stays on screen. */
  | {
      readonly name: 'reconnecting';
      readonly stream: MediaStream;
      readonly tiles: TilePicture;
      readonly attempt: number;
    }
  | { readonly name: 'closed'; readonly reason: CloseReason };

/** What the viewer's screen can do; every call is safe in every state. */
export type Viewer = {
  getState(): ViewerState;
  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  join(target: JoinTarget): void;
  /**
   * Comes back to where this tab was before its page was loaded anew, under the name it returns;
   * `undefined` when it was nowhere.
   */
  comeBack(): string | undefined;
  /** The page goes away, perhaps to be loaded anew at once. */
  goAway(): void;
  /** Leaves for good; also cancels joining and waiting. */
  leave(): void;
  /** From `closed` back to `idle`. */
  reset(): void;
};

export type { AbsenceReason } from '../peer/peer-message.ts';
