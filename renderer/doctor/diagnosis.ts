import type { Role } from '../../signaling/protocol.ts';
import type { PathPolicy } from '../peer/path-policy.ts';
import type { Outcomes } from './findings.ts';

/** Every cause the doctor can name, and whether pictures get through all the same. */
export const causes = {
  'all-good-direct': 'good',
  'all-good-relay-needed': 'good',
  'all-good-relay-chosen': 'good',
  'udp-blocked-relay-works': 'good',
  'lan-only-chosen': 'note',
  'no-ice-server': 'note',
  'stun-name-unknown': 'note',
  'capture-missing': 'note',
  'no-network': 'bad',
  'server-unreachable': 'bad',
  'server-not-started': 'bad',
  'other-answer': 'bad',
  'websocket-blocked': 'bad',
  'wrong-server-version': 'bad',
  'server-refuses': 'bad',
  'webrtc-missing': 'bad',
  'udp-blocked-no-relay': 'bad',
  'symmetric-nat-no-relay': 'bad',
  'relay-only-no-relay': 'bad',
  'relay-refuses-credentials': 'bad',
  'clock-off': 'bad',
  'relay-name-unknown': 'bad',
  'relay-unreachable': 'bad',
  'relay-full': 'bad',
  'relay-error': 'bad',
  'page-not-secure': 'bad',
  'capture-refused': 'bad',
} as const;
export type Cause = keyof typeof causes;

export type Situation = {
  /** What the person was about to do; `null` when that is not known. */
  readonly purpose: Role | null;
  readonly policy: PathPolicy;
};

/** The one cause to name. What stops everything comes before what stops something. */
export function diagnose(found: Outcomes, { purpose, policy }: Situation): Cause {
  return (
    serverCause(found) ??
    (purpose === 'presenter' ? captureCause(found) : undefined) ??
    blockedPath(found, policy) ??
    (purpose === null ? captureCause(found) : undefined) ??
    openPath(found, policy)
  );
}

function serverCause({ network, server, socket, room }: Outcomes): Cause | undefined {
  if (network === 'no-webrtc') return 'webrtc-missing';
  if (server === 'not-started') return 'server-not-started';
  if (socket !== 'speaks') {
    if (network === 'none') return 'no-network';
    if (socket === 'foreign') return 'wrong-server-version';
    if (server === 'other-answer') return 'other-answer';
    return server === 'reached' || socket === 'silent' ? 'websocket-blocked' : 'server-unreachable';
  }
  if (room === 'wrong-version') return 'wrong-server-version';
  if (room === 'refused' || room === 'silent') return 'server-refuses';
  return network === 'none' ? 'no-network' : undefined;
}

function captureCause({ capture }: Outcomes): Cause | undefined {
  switch (capture) {
    case 'not-secure':
      return 'page-not-secure';
    case 'refused-by-system':
    case 'refused-before':
      return 'capture-refused';
    case 'missing':
      return 'capture-missing';
    default:
      return undefined;
  }
}

/** Why no picture gets to another network, if so. */
function blockedPath(found: Outcomes, policy: PathPolicy): Cause | undefined {
  if (policy === 'lan-only' || isRelayWorking(found)) return undefined;
  const trouble = relayTrouble(found);
  if (policy === 'relay-only') return trouble ?? 'relay-only-no-relay';
  if (found.udp === 'blocked') return trouble ?? 'udp-blocked-no-relay';
  if (found.nat === 'different') return trouble ?? 'symmetric-nat-no-relay';
  return undefined;
}

/** Pictures get through, at least to some. */
function openPath(found: Outcomes, policy: PathPolicy): Cause {
  if (policy === 'lan-only') return 'lan-only-chosen';
  if (policy === 'relay-only') return 'all-good-relay-chosen';
  if (isRelayWorking(found)) {
    if (found.udp === 'blocked') return 'udp-blocked-relay-works';
    const isDirect = found.udp === 'works' && found.nat !== 'different';
    return isDirect ? 'all-good-direct' : 'all-good-relay-needed';
  }
  const trouble = relayTrouble(found);
  if (trouble) return trouble;
  if (found.stun === 'name-unknown') return 'stun-name-unknown';
  return found.stun === 'none' ? 'no-ice-server' : 'all-good-direct';
}

const relaysOf = (found: Outcomes) =>
  [found['relay-udp'], found['relay-tcp'], found['relay-tls']] as const;

const isRelayWorking = (found: Outcomes): boolean => relaysOf(found).includes('works');

/** Why none of the relays that are offered works. */
function relayTrouble(found: Outcomes): Cause | undefined {
  const relays = relaysOf(found);
  if (relays.includes('refuses-credentials')) {
    return found.room === 'expired' ? 'clock-off' : 'relay-refuses-credentials';
  }
  if (relays.includes('full')) return 'relay-full';
  if (relays.includes('error')) return 'relay-error';
  if (relays.includes('no-answer')) return 'relay-unreachable';
  return relays.includes('name-unknown') ? 'relay-name-unknown' : undefined;
}
