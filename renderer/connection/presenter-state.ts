import type { RoomCode } from '../../signaling/room-code.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ProfileName, QualityChoice } from '../stream/profile.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { CloseReason } from './close-reason.ts';
import type { Knock } from './knock.ts';

/** What the presenter hands over. */
export type Invite = {
  readonly code: RoomCode;
  /** Full link with the code in its fragment. */
  readonly link: string;
  /** False when only people at this very machine can open the link. */
  readonly isReachable: boolean;
};

/** One viewer as the presenter sees it. */
export type RoomViewer = {
  readonly peerId: string;
  readonly name: string;
  readonly stage: 'asking' | 'connecting' | 'watching' | 'reconnecting';
  /** Of somebody who knocked from this network, and is not here yet: where from. */
  readonly nearbyAddress?: string;
  /** Its line to the server is gone for the moment; what it already watches goes on. */
  readonly isAway: boolean;
  /** What it says about itself; nobody has checked it. */
  readonly device: Device | null;
  /** Places in a word list to compare aloud; `null` until both ends have proved themselves. */
  readonly words: readonly number[] | null;
  /** Which way the picture takes to this viewer; `null` until that is known. */
  readonly path: LinkPath | null;
  /** How the picture fares at this viewer; `null` until that is known. */
  readonly quality: LiveQuality | null;
};

/** What a viewer's app says it runs on. */
export type Device = { readonly app: string; readonly system: string };

export type SignalingStatus = 'online' | 'reconnecting';

export type PresenterState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'opening';
      readonly stream: MediaStream;
      readonly quality: QualityChoice;
      readonly profile: ProfileName;
      /** Why the share will begin paused; `null` when it will not. */
      readonly pauseReason: PauseReason | null;
    }
  | {
      readonly name: 'open';
      /** `null` once what was shared is gone, until the presenter chooses something else. */
      readonly stream: MediaStream | null;
      readonly invite: Invite;
      readonly signaling: SignalingStatus;
      readonly viewers: readonly RoomViewer[];
      readonly viewerLimit: number;
      readonly isPaused: boolean;
      /** Why it is; `null` while it is not. */
      readonly pauseReason: PauseReason | null;
      readonly quality: QualityChoice;
      /** What `quality` comes to right now. */
      readonly profile: ProfileName;
      readonly isLocked: boolean;
      /** Everybody with the link or code is let in without asking, in this room. */
      readonly isOpenToAll: boolean;
      /** Somebody else claims this room on the server; nobody new can join. */
      readonly isContested: boolean;
      /** A message arrived that nobody with the code can have written. */
      readonly isTampered: boolean;
      /** Why somebody was last turned away at the door, until the presenter acts on it. */
      readonly turnedAway: 'full' | 'locked' | null;
      /** Name of the last viewer whose network let no connection through, until seen. */
      readonly unreachable: string | null;
    }
  | { readonly name: 'closed'; readonly reason: CloseReason };

/** What the presenter's screen can do; every call is safe in every state. */
export type Presenter = {
  getState(): PresenterState;
  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Opens a room for a stream that is already being captured, and takes charge of its tracks. */
  start(stream: MediaStream): void;
  /**
   * Shows this stream to everybody instead, and takes charge of its tracks; those before are
   * stopped. Without an open room nothing is shown and its tracks are stopped.
   */
  switchTo(stream: MediaStream): void;
  /** What is shared is gone, as far as the system tells: the room stays open for something else. */
  loseSource(): void;
  approve(peerId: string): void;
  deny(peerId: string): void;
  remove(peerId: string): void;
  /** Denies or removes, and lets nobody from the same network address ask again. */
  block(peerId: string): void;
  setLocked(isLocked: boolean): void;
  setOpenToAll(isOpenToAll: boolean): void;
  /** Somebody on this network asks to watch; answered by `approve`, `deny` and `block`. */
  knock(knock: Knock): void;
  /** Whoever knocked has gone. */
  withdrawKnock(id: string): void;
  /** Has the invite's link name another address of this computer. */
  setInviteOrigin(origin: string): void;
  /** Pausing what is paused already changes nothing, its reason neither. */
  setPaused(isPaused: boolean, reason?: PauseReason): void;
  /** Takes effect at once, for everybody who watches. */
  setQuality(quality: QualityChoice): void;
  /** Ends the share for everybody. */
  stop(): void;
  /** From `closed` back to `idle`. */
  reset(): void;
};
