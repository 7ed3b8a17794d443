import type { ConnectionDeps } from '../connection-deps.ts';
import { createSeatKeeper } from '../kept-seat.ts';
import { createFakePeers } from './fake-peers.ts';
import { createFakeServer } from './fake-server.ts';
import { createFakeTilePicture, createFakeTileShares } from './fake-tiles.ts';
import { createManualClock } from './manual-clock.ts';

export const ROOM_ID = 'a'.repeat(32);
export const ROOM_KEY = new Uint8Array(32).fill(7);

/** Everything a connection needs, with each part in the test's hands. */
export function createTestDeps() {
  const clock = createManualClock();
  const server = createFakeServer();
  const peers = createFakePeers();
  const network = createFakeNetwork();
  const tiles = createFakeTileShares();
  const storage = createFakeStorage();
  let filled = 0;
  const deps: ConnectionDeps = {
    openSocket: server.openSocket,
    onNetworkBack: network.onBack,
    openPeer: peers.openPeer,
    openTileShare: tiles.openTileShare,
    openTilePicture: createFakeTilePicture,
    openSharedEncoding: () => undefined,
    isWebRtcAvailable: () => true,
    schedule: clock.schedule,
    now: clock.now,
    epochNow: () => 1_000_000 + clock.now(),
    random: () => 0.5,
    hardwareCodecs: () => new Set(),
    canSendStills: () => true,
    pathPolicy: () => 'any',
    ownIceServers: () => [],
    seatKeeper: createSeatKeeper(
      () => storage,
      () => 0,
    ),
    fillRandom(bytes) {
      filled += 1;
      bytes.fill(filled);
    },
    device: { app: 'Chrome', system: 'Linux' },
    deriveRoomKeys: async () => ({ roomId: ROOM_ID, roomKey: ROOM_KEY }),
  };
  return { deps, clock, server, peers, network, tiles };
}

/** This computer's network, as far as its coming back is told. */
export function createFakeNetwork() {
  const listeners = new Set<() => void>();
  return {
    onBack(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    comeBack() {
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

/** One tab's storage. */
export function createFakeStorage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** Lets promises that are already settled run their continuations. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A stream with one live track that a test can end. */
export function createFakeStream() {
  const track = Object.assign(new EventTarget(), {
    kind: 'video',
    readyState: 'live',
    stop() {
      track.readyState = 'ended';
    },
  });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  return {
    stream: stream as unknown as MediaStream,
    track: track as unknown as MediaStreamTrack,
    endBySystem() {
      track.readyState = 'ended';
      track.dispatchEvent(new Event('ended'));
    },
  };
}
