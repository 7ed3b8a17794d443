import type { IceServer } from '../../signaling/protocol.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { originOfSocketUrl } from '../bridge/socket-url.ts';
import type { Schedule } from '../connection/schedule.ts';
import { type GatherCandidates, NOTHING_GATHERED } from '../peer/gather-candidates.ts';
import type { PathPolicy } from '../peer/path-policy.ts';
import { askHealth } from './ask-health.ts';
import { type Bounds, bounded } from './bounded.ts';
import { findCapture } from './capture-finding.ts';
import { findRoom } from './find-room.ts';
import type { Finding } from './findings.ts';
import { DOCTOR } from './limits.ts';
import { networkFindingOf } from './path-findings.ts';
import { runPathChecks } from './run-path-checks.ts';
import { silently, type Tell } from './tell.ts';

/** Everything outside the doctor's own logic. */
export type DoctorDeps = {
  readonly bridge: Pick<Bridge, 'signalingAddress' | 'picker'>;
  readonly fetchPage: typeof fetch;
  readonly openSocket: (url: string) => WebSocket;
  readonly gather: GatherCandidates;
  readonly isWebRtcAvailable: () => boolean;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly schedule: Schedule;
  /** Milliseconds since 1970. */
  readonly unixNow: () => number;
  readonly pathPolicy: () => PathPolicy;
  /** Servers this person connects with beside those of the service. */
  readonly ownIceServers: () => readonly IceServer[];
  readonly page: {
    readonly origin: string;
    readonly isSecure: boolean;
    readonly hasScreenCapture: boolean;
    readonly isOnline: () => boolean;
  };
};

export type DoctorTarget = {
  /** WebSocket URL of the server to check; `null` for the one a share from here would use. */
  readonly socketUrl: string | null;
  readonly wasCaptureRefused: boolean;
};

/** Runs every check once, in order. Ends early, without a word more, when `signal` is aborted. */
export async function runDoctor(
  target: DoctorTarget,
  tell: Tell,
  deps: DoctorDeps,
  signal: AbortSignal,
): Promise<void> {
  const bounds: Bounds = { schedule: deps.schedule, signal };
  const policy = deps.pathPolicy();
  tell.begin('server');
  const socketUrl = target.socketUrl ?? (await ownSocketUrl(deps, bounds));
  tell.found('server', await findServer(socketUrl, deps, bounds));
  const iceServers = withOwn(await findRoom(socketUrl, tell, deps, bounds), deps);

  tell.begin('network');
  const hasWebRtc = deps.isWebRtcAvailable();
  tell.found('network', hasWebRtc ? await findNetwork(deps, bounds) : { outcome: 'no-webrtc' });

  const path = { iceServers: hasWebRtc ? iceServers : null, policy };
  await runPathChecks(path, tell, deps, bounds);

  tell.begin('capture');
  const { picker } = deps.bridge;
  const { isSecure: isSecurePage, hasScreenCapture } = deps.page;
  const wasRefused = target.wasCaptureRefused;
  const surroundings = { picker, isSecurePage, hasScreenCapture, wasRefused };
  const unknown = () => ({ outcome: 'unknown' }) as const;
  const find = (ending: AbortSignal) => findCapture(surroundings, ending);
  tell.found('capture', await bounded(DOCTOR.captureMs, find, unknown, bounds));
}

/** What people here connect with; `null` when the server could not be asked. */
export async function askIceServers(
  deps: Pick<
    DoctorDeps,
    'bridge' | 'openSocket' | 'fillRandom' | 'schedule' | 'unixNow' | 'ownIceServers'
  >,
  signal: AbortSignal,
): Promise<readonly IceServer[] | null> {
  const bounds: Bounds = { schedule: deps.schedule, signal };
  const found = await findRoom(await ownSocketUrl(deps, bounds), silently, deps, bounds);
  return withOwn(found, deps);
}

const withOwn = (
  found: readonly IceServer[] | null,
  { ownIceServers }: Pick<DoctorDeps, 'ownIceServers'>,
) => found && [...found, ...ownIceServers()];

async function findNetwork(
  { gather, page }: DoctorDeps,
  bounds: Bounds,
): Promise<Finding<'network'>> {
  const ask = (signal: AbortSignal) => gather({ iceServers: [], policy: 'any' }, signal);
  const gathering = await bounded(DOCTOR.networkMs, ask, () => NOTHING_GATHERED, bounds);
  return networkFindingOf(gathering, page.isOnline());
}

function ownSocketUrl({ bridge }: Pick<DoctorDeps, 'bridge'>, bounds: Bounds) {
  const ask = async () => {
    const address = await bridge.signalingAddress();
    return address.status === 'listening' ? address.socketUrl : null;
  };
  return bounded(DOCTOR.addressMs, ask, () => null, bounds);
}

async function findServer(
  socketUrl: string | null,
  { page, fetchPage }: DoctorDeps,
  bounds: Bounds,
): Promise<Finding<'server'>> {
  if (socketUrl === null) return { outcome: 'not-started' };
  const origin = originOfSocketUrl(socketUrl);
  // The page's policy lets it fetch from its own server only, and in the app there is none.
  if (origin !== page.origin) return { outcome: 'unchecked' };
  const ask = (signal: AbortSignal) => askHealth(origin, fetchPage, signal);
  return bounded(DOCTOR.serverMs, ask, () => ({ outcome: 'no-answer' }), bounds);
}
