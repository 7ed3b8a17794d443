import type { Bridge } from '../bridge/bridge.ts';
import type { ConnectionDeps } from '../connection/connection-deps.ts';
import { gatherCandidates } from '../peer/gather-candidates.ts';
import type { DoctorDeps } from './run-doctor.ts';

/** The real ones, on a page. */
export const createPageDoctorDeps = (bridge: Bridge, connection: ConnectionDeps): DoctorDeps => ({
  bridge,
  openSocket: connection.openSocket,
  isWebRtcAvailable: connection.isWebRtcAvailable,
  fillRandom: connection.fillRandom,
  schedule: connection.schedule,
  pathPolicy: connection.pathPolicy,
  ownIceServers: connection.ownIceServers,
  fetchPage: (...request) => fetch(...request),
  gather: gatherCandidates,
  unixNow: () => Date.now(),
  page: {
    origin: window.location.origin,
    isSecure: window.isSecureContext,
    hasScreenCapture: navigator.mediaDevices?.getDisplayMedia !== undefined,
    isOnline: () => navigator.onLine,
  },
});
