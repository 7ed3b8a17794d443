import type { IceServer } from '../../signaling/protocol.ts';
import { type GatherCandidates, NOTHING_GATHERED } from '../peer/gather-candidates.ts';
import type { PathPolicy } from '../peer/path-policy.ts';
import { type Bounds, bounded } from './bounded.ts';
import type { Finding, OutcomeOf, RelayCheck } from './findings.ts';
import { type IceTarget, iceTargetsOf, type RelayTransport } from './ice-urls.ts';
import { DOCTOR } from './limits.ts';
import {
  type Answer,
  natFindingOf,
  relayFindingOf,
  stunFindingOf,
  udpOutcomeOf,
} from './path-findings.ts';
import type { Tell } from './tell.ts';

type PathChecks = {
  /** `null` when the server could not be asked for them. */
  readonly iceServers: readonly IceServer[] | null;
  readonly policy: PathPolicy;
};
type Deps = { readonly gather: GatherCandidates };

const transports: readonly RelayTransport[] = ['udp', 'tcp', 'tls'];

/**
 * Which ways lead out of this network. All ICE servers are asked at the same time, and only those
 * that a picture would be sent by under the person's policy.
 */
export async function runPathChecks(
  { iceServers, policy }: PathChecks,
  tell: Tell,
  deps: Deps,
  bounds: Bounds,
): Promise<void> {
  const targets = iceTargetsOf(iceServers ?? []);
  const mayAskStun = policy === 'any';
  const mayAskRelays = policy !== 'lan-only';
  tell.begin('udp', 'stun', 'nat', 'relay-udp', 'relay-tcp', 'relay-tls');

  const stunTargets = targets.filter(({ kind }) => kind === 'stun' && mayAskStun);
  const reflecting = askAllStun(stunTargets, deps, bounds).then(({ answers, together }) => {
    const finding = stunFindingOf(answers);
    const stun = { ...finding, outcome: unasked(iceServers, mayAskStun) ?? finding.outcome };
    tell.found('stun', stun);
    tell.found('nat', natFindingOf(answers, together));
    return stun;
  });
  const relaying = transports.map(async (transport) => {
    const ofKind = targets.filter(({ kind }) => kind === transport && mayAskRelays);
    const finding = relayFindingOf(await askRelays(ofKind, deps, bounds));
    const relay = { ...finding, outcome: unasked(iceServers, mayAskRelays) ?? finding.outcome };
    tell.found<RelayCheck>(`relay-${transport}`, relay);
    return relay;
  });
  const nothing: Finding<'relay-udp'> = { outcome: 'none' };
  const [stun, [overUdp = nothing]] = await Promise.all([reflecting, Promise.all(relaying)]);
  tell.found('udp', { outcome: udpOutcomeOf(stun, overUdp) });
}

/** Why a kind of server was not asked at all. */
function unasked(
  iceServers: PathChecks['iceServers'],
  isAllowed: boolean,
): Extract<OutcomeOf<'stun'>, 'unchecked' | 'not-used'> | undefined {
  if (iceServers === null) return 'unchecked';
  return isAllowed ? undefined : 'not-used';
}

async function askAllStun(targets: readonly IceTarget[], { gather }: Deps, bounds: Bounds) {
  const askEach = targets.map(async (target): Promise<Answer> => {
    const gathering = await bounded(
      DOCTOR.stunMs,
      (signal) =>
        gather({ iceServers: [target.iceServer], policy: 'any', isEnough: has('srflx') }, signal),
      () => NOTHING_GATHERED,
      bounds,
    );
    return { target, gathering };
  });
  const askTogether =
    targets.length < 2
      ? Promise.resolve(NOTHING_GATHERED)
      : bounded(
          DOCTOR.mappingMs,
          (signal) =>
            gather(
              { iceServers: targets.map(({ iceServer }) => iceServer), policy: 'any' },
              signal,
            ),
          () => NOTHING_GATHERED,
          bounds,
        );
  const [answers, together] = await Promise.all([Promise.all(askEach), askTogether]);
  return { answers, together };
}

const askRelays = (targets: readonly IceTarget[], { gather }: Deps, bounds: Bounds) =>
  Promise.all(
    targets.map(async (target): Promise<Answer> => {
      const gathering = await bounded(
        DOCTOR.relayMs,
        (signal) =>
          gather(
            { iceServers: [target.iceServer], policy: 'relay-only', isEnough: has('relay') },
            signal,
          ),
        () => NOTHING_GATHERED,
        bounds,
      );
      return { target, gathering };
    }),
  );

const has = (type: RTCIceCandidateType) => (candidates: readonly { type: string }[]) =>
  candidates.some((candidate) => candidate.type === type);
