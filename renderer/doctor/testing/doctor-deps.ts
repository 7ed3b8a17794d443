import type { IceServer, ServerMessageOf } from '../../../signaling/protocol.ts';
import type { SourcePicker } from '../../bridge/bridge.ts';
import { createFakeServer } from '../../connection/testing/fake-server.ts';
import { createManualClock } from '../../connection/testing/manual-clock.ts';
import type {
  GatherCandidates,
  Gathering,
  GatheringRequest,
} from '../../peer/gather-candidates.ts';
import type { DoctorDeps } from '../run-doctor.ts';

export const SOCKET_URL = 'wss://share.example/ws';
/** Seconds since 1970 by every clock of a test. */
export const NOW_S = 1_700_000_000;

/** Everything the doctor needs, with each part in the test's hands. */
export function createDoctorDeps(gather: (request: GatheringRequest) => Gathering) {
  const clock = createManualClock();
  const server = createFakeServer();
  const asked: GatheringRequest[] = [];
  const deps = {
    bridge: {
      picker: { kind: 'system' } as SourcePicker,
      signalingAddress: async () => ({ status: 'listening', socketUrl: SOCKET_URL }) as const,
    },
    fetchPage: async () => new Response('{"status":"ok","version":"0.1.0"}'),
    openSocket: server.openSocket,
    gather: async (request) => {
      asked.push(request);
      return gather(request);
    },
    isWebRtcAvailable: () => true,
    fillRandom: (bytes) => void bytes.fill(7),
    schedule: clock.schedule,
    unixNow: () => NOW_S * 1_000,
    pathPolicy: () => 'any',
    ownIceServers: () => [],
    page: {
      origin: 'https://share.example',
      isSecure: true,
      hasScreenCapture: true,
      isOnline: () => true,
    },
  } satisfies DoctorDeps;
  return { deps: deps as DoctorDeps, clock, server, asked };
}

export const roomOpened = (iceServers: IceServer[]): ServerMessageOf<'room-opened'> => ({
  type: 'room-opened',
  resumeToken: 'a'.repeat(32),
  iceServers,
  origins: [],
  viewerLimit: 5,
});

/** A gathering that gives nothing and goes on until it is told to end. */
export const endlessGather: GatherCandidates = (_, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () =>
      resolve({ candidates: [], errors: [], isComplete: false }),
    );
  });
