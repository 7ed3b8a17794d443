import { bytesToHex } from '@noble/hashes/utils.js';
import type { PathPolicy } from '../peer/path-policy.ts';
import { isWebRtcAvailable, type OpenPeer, openPeer } from '../peer/peer.ts';
import { deriveRoomKeys } from '../trust/room-keys.ts';
import { createSeatKeeper, type SeatKeeper } from './kept-seat.ts';
import type { Device } from './presenter-state.ts';
import { type Schedule, scheduleOnPage } from './schedule.ts';

/** Everything outside a connection's own logic, so that tests can stand in for it. */
export type ConnectionDeps = {
  readonly openSocket: (url: string) => WebSocket;
  /** Calls `listener` whenever this computer has a network again, until the returned function is called. */
  readonly onNetworkBack: (listener: () => void) => () => void;
  readonly openPeer: OpenPeer;
  readonly isWebRtcAvailable: () => boolean;
  readonly schedule: Schedule;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** A number in [0, 1), for jitter only. */
  readonly random: () => number;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly deriveRoomKeys: typeof deriveRoomKeys;
  /** How this person lets pictures travel; asked for every peer. */
  readonly pathPolicy: () => PathPolicy;
  /** Keeps what this tab needs to come back by itself. */
  readonly seatKeeper: SeatKeeper;
  /** What this app says about itself when it asks to join. */
  readonly device: Device | null;
};

/** The real ones, on a page. */
export const createPageConnectionDeps = (
  device: Device | null,
  pathPolicy: () => PathPolicy,
): ConnectionDeps => ({
  openSocket: (url) => new WebSocket(url),
  onNetworkBack(listener) {
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  },
  openPeer,
  isWebRtcAvailable,
  schedule: scheduleOnPage,
  now: () => performance.now(),
  random: Math.random,
  fillRandom: (bytes) => crypto.getRandomValues(bytes),
  deriveRoomKeys,
  pathPolicy,
  seatKeeper: createSeatKeeper(() => window.sessionStorage, Date.now),
  device,
});

/** A 128-bit name nobody can guess, in hex. */
export function createPeerId({ fillRandom }: Pick<ConnectionDeps, 'fillRandom'>): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  return bytesToHex(bytes);
}
