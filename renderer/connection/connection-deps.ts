import { bytesToHex } from '@noble/hashes/utils.js';
import type { IceServer } from '../../signaling/protocol.ts';
import { createDirectSender } from '../peer/direct-sender.ts';
import type { PathPolicy } from '../peer/path-policy.ts';
import { isWebRtcAvailable, type OpenPeer, openPeer } from '../peer/peer.ts';
import { canShareEncoding, openFanOutWorker } from '../stream/fan-out/fan-out-browser.ts';
import { createSharedEncoding, type SharedEncoding } from '../stream/fan-out/shared-encoding.ts';
import { isFrameTapPossible, openFrameTap } from '../stream/frame-tap/open-frame-tap.ts';
import { findHardwareCodecs } from '../stream/hardware-codecs.ts';
import type { CodecName } from '../stream/profile.ts';
import { openStillWorker } from '../stream/tiles/open-still-worker.ts';
import type { TakeStill } from '../stream/tiles/still-taker.ts';
import { type OpenTilePicture, openTilePicture } from '../stream/tiles/tile-picture.ts';
import { openTileShare, type TileShare } from '../stream/tiles/tile-share.ts';
import { deriveRoomKeys } from '../trust/room-keys.ts';
import { createSeatKeeper, type SeatKeeper } from './kept-seat.ts';
import type { Device } from './presenter-state.ts';
import { type Schedule, scheduleOnPage } from './schedule.ts';

/** Opens the tiles of a captured track, for all viewers of a share. */
export type OpenTileShareOf = (track: MediaStreamTrack) => TileShare;

/** Everything outside a connection's own logic, so that tests can stand in for it. */
export type ConnectionDeps = {
  readonly openSocket: (url: string) => WebSocket;
  /** Calls `listener` whenever this computer has a network again, until the returned function is called. */
  readonly onNetworkBack: (listener: () => void) => () => void;
  readonly openPeer: OpenPeer;
  readonly openTileShare: OpenTileShareOf;
  readonly openTilePicture: OpenTilePicture;
  /** Has the viewers of one share share an encoder; `undefined` where the browser cannot. */
  readonly openSharedEncoding: () => SharedEncoding | undefined;
  readonly isWebRtcAvailable: () => boolean;
  readonly schedule: Schedule;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Milliseconds since 1970, on a clock that only goes forward too. */
  readonly epochNow: () => number;
  /** A number in [0, 1), for jitter only. */
  readonly random: () => number;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly deriveRoomKeys: typeof deriveRoomKeys;
  /** What this computer encodes in hardware; nothing until that is found out. */
  readonly hardwareCodecs: () => ReadonlySet<CodecName>;
  /** Whether this browser can send stills of a captured screen. */
  readonly canSendStills: () => boolean;
  /** How this person lets pictures travel; asked for every peer. */
  readonly pathPolicy: () => PathPolicy;
  /** Servers this person names to connect with, beside those of the service; asked for every peer. */
  readonly ownIceServers: () => readonly IceServer[];
  /** Keeps what this tab needs to come back by itself. */
  readonly seatKeeper: SeatKeeper;
  /** What this app says about itself when it asks to join. */
  readonly device: Device | null;
};

/** What a presenter's link to one viewer takes of it. */
export type PresenterLinkDeps = Pick<
  ConnectionDeps,
  'openPeer' | 'schedule' | 'now' | 'epochNow' | 'pathPolicy' | 'hardwareCodecs' | 'canSendStills'
>;

/** The real ones, on a page. */
export const createPageConnectionDeps = (
  device: Device | null,
  chosen: Pick<ConnectionDeps, 'pathPolicy' | 'ownIceServers'>,
  takeStill: TakeStill,
): ConnectionDeps => ({
  openSocket: (url) => new WebSocket(url),
  onNetworkBack(listener) {
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  },
  openPeer,
  openTileShare: (track) =>
    openTileShare(track, {
      openTap: openFrameTap,
      openStillWorker,
      takeStill,
      now: () => performance.now(),
      schedule: scheduleOnPage,
    }),
  openTilePicture,
  openSharedEncoding() {
    if (!canShareEncoding()) return undefined;
    const openWorker = openFanOutWorker;
    return createSharedEncoding({ createDirectSender, openWorker, schedule: scheduleOnPage });
  },
  isWebRtcAvailable,
  schedule: scheduleOnPage,
  now: () => performance.now(),
  epochNow: () => performance.timeOrigin + performance.now(),
  random: Math.random,
  fillRandom: (bytes) => crypto.getRandomValues(bytes),
  deriveRoomKeys,
  hardwareCodecs: createHardwareCodecs(),
  canSendStills: () => isFrameTapPossible(),
  ...chosen,
  seatKeeper: createSeatKeeper(() => window.sessionStorage, Date.now),
  device,
});

function createHardwareCodecs(): ConnectionDeps['hardwareCodecs'] {
  let found: ReadonlySet<CodecName> = new Set();
  void findHardwareCodecs(navigator.mediaCapabilities).then((codecs) => {
    found = codecs;
  });
  return () => found;
}

/** A 128-bit name nobody can guess, in hex. */
export function createPeerId({ fillRandom }: Pick<ConnectionDeps, 'fillRandom'>): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  return bytesToHex(bytes);
}
