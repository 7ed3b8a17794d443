import type { GatheredCandidate, Gathering } from '../peer/gather-candidates.ts';
import type { AskedServer, Finding, OutcomeOf } from './findings.ts';
import type { IceTarget } from './ice-urls.ts';

/** One ICE server and what it gave. */
export type Answer = { readonly target: IceTarget; readonly gathering: Gathering };
type RelayOutcome = OutcomeOf<'relay-udp'>;

const isHidden = ({ address }: GatheredCandidate) => /\.local$/i.test(address);
const ofType = (gathering: Gathering, type: RTCIceCandidateType) =>
  gathering.candidates.filter((candidate) => candidate.type === type);
const familyOf = ({ address }: GatheredCandidate) => (address.includes(':') ? 'ipv6' : 'ipv4');

/** The device's own addresses, which need no server. */
export function networkFindingOf(gathering: Gathering, isOnline: boolean): Finding<'network'> {
  const hosts = ofType(gathering, 'host');
  const hidden = hosts.filter(isHidden).length;
  const counts = { host: hosts.length, hidden };
  if (!isOnline) return { outcome: 'none', counts };
  // Where there is IPv6 alone, or a policy wants it so, a browser keeps its addresses to itself.
  return { outcome: hidden > 0 || hosts.length === 0 ? 'hidden' : 'visible', counts };
}

/** Whether a STUN server answered: without a NAT that shows only in that nothing went wrong. */
export function didStunAnswer(gathering: Gathering): boolean {
  if (ofType(gathering, 'srflx').length > 0) return true;
  const hosts = ofType(gathering, 'host');
  const isQuiet = gathering.isComplete && gathering.errors.length === 0;
  return isQuiet && hosts.length > 0 && !hosts.some(isHidden);
}

const isNameUnknown = ({ errors }: Gathering) =>
  errors.some(({ text }) => /host lookup/i.test(text));

export function stunFindingOf(answers: readonly Answer[]): Finding<'stun'> {
  const servers = answers.map(({ target, gathering }): AskedServer => {
    if (didStunAnswer(gathering)) return { host: target.host, outcome: 'answers' };
    return { host: target.host, outcome: isNameUnknown(gathering) ? 'name-unknown' : 'silent' };
  });
  const answered = servers.filter(({ outcome }) => outcome === 'answers').length;
  const counts = { asked: servers.length, answered };
  return { outcome: stunOutcomeOf(servers, answered), servers, counts };
}

function stunOutcomeOf(servers: readonly AskedServer[], answered: number): OutcomeOf<'stun'> {
  if (servers.length === 0) return 'none';
  if (answered === servers.length) return 'answers';
  if (answered > 0) return 'some';
  return servers.every(({ outcome }) => outcome === 'name-unknown') ? 'name-unknown' : 'silent';
}

/**
 * Whether a NAT gives one port the same public port towards everybody (RFC 4787 section 4.1).
 * @param together what all STUN servers gave when asked from one and the same port
 */
export function natFindingOf(answers: readonly Answer[], together: Gathering): Finding<'nat'> {
  const answering = answers.filter(({ gathering }) => didStunAnswer(gathering));
  const hosts = new Set(answering.map(({ target }) => target.host));
  const counts = { asked: hosts.size, reflexive: ofType(together, 'srflx').length };
  return { outcome: natOutcomeOf(hosts.size, together), counts };
}

function natOutcomeOf(answeringHosts: number, together: Gathering): OutcomeOf<'nat'> {
  const reflexive = ofType(together, 'srflx');
  const publicByBase = new Map<string, Set<string>>();
  for (const candidate of reflexive) {
    const base = `${familyOf(candidate)} ${candidate.basePort}`;
    const known = publicByBase.get(base) ?? new Set();
    publicByBase.set(base, known.add(`${candidate.address} ${candidate.port}`));
  }
  // Browsers keep only one of two equal candidates, so one that came is as good as two.
  if ([...publicByBase.values()].some(({ size }) => size > 1)) return 'different';
  const local = ofType(together, 'host');
  const isOwn = ({ address }: GatheredCandidate) => local.some((own) => own.address === address);
  const isSeen = local.length > 0 && !local.some(isHidden);
  if (answeringHosts > 0 && isSeen && reflexive.every(isOwn)) return 'none';
  return answeringHosts > 1 && reflexive.length > 0 ? 'same' : 'unknown';
}

/** From the best to the worst a relay can do. */
const relayRanking: readonly RelayOutcome[] = [
  'works',
  'refuses-credentials',
  'full',
  'error',
  'no-answer',
  'name-unknown',
];

export function relayFindingOf(answers: readonly Answer[]): Finding<'relay-udp'> {
  const servers = answers.map(({ target, gathering }) => ({
    host: target.host,
    outcome: relayOutcomeOf(gathering),
  }));
  const best = relayRanking.find((rank) => servers.some(({ outcome }) => outcome === rank));
  return { outcome: best ?? 'none', servers };
}

function relayOutcomeOf(gathering: Gathering): RelayOutcome {
  if (ofType(gathering, 'relay').length > 0) return 'works';
  const outcomes = gathering.errors.map(({ code }) => outcomeOfCode(code));
  const told = relayRanking.find((rank) => outcomes.includes(rank));
  if (told !== undefined) return told;
  return isNameUnknown(gathering) ? 'name-unknown' : 'no-answer';
}

/** RFC 8489 section 14.8 and RFC 8656 section 19; 701 is the browser's own for no answer. */
function outcomeOfCode(code: number): RelayOutcome | undefined {
  if (code === 401 || code === 403 || code === 441) return 'refuses-credentials';
  if (code === 486 || code === 508) return 'full';
  // A stale nonce is answered by trying once more; only the last word counts.
  return code >= 300 && code < 700 && code !== 438 ? 'error' : undefined;
}

/** UDP works when any server answered over it, even by refusing. */
export function udpOutcomeOf(stun: Finding<'stun'>, relay: Finding<'relay-udp'>): OutcomeOf<'udp'> {
  const asked = [...(stun.servers ?? []), ...(relay.servers ?? [])].map(({ outcome }) => outcome);
  const isSilent = (outcome: AskedServer['outcome']) =>
    outcome === 'silent' || outcome === 'no-answer' || outcome === 'name-unknown';
  if (asked.some((outcome) => !isSilent(outcome))) return 'works';
  return asked.some((outcome) => outcome !== 'name-unknown') ? 'blocked' : 'unknown';
}
