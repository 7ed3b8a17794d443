import { numberOf, type StatsEntry } from '../stream/stats-entry.ts';
import { isLocal } from './candidate-filter.ts';

/** The way a picture takes between two ends, and how good it is. */
export type LinkPath = {
  /** From address to address, through address translation, or by way of a TURN server. */
  readonly route: 'direct' | 'through-nat' | 'relayed';
  /** Between this end and its next hop. */
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly roundTripMs: number | null;
  /** Share of packets that got lost lately, from 0 to 1. */
  readonly lossRatio: number | null;
};

export const isSamePath = (a: LinkPath, b: LinkPath): boolean =>
  a.route === b.route &&
  a.transport === b.transport &&
  a.roundTripMs === b.roundTripMs &&
  a.lossRatio === b.lossRatio;

/** What the browser counts about one link. */
export type LinkMeasure = {
  readonly path: Omit<LinkPath, 'lossRatio'> | null;
  /** Everything that has arrived over the link, without ICE's own checks. */
  readonly bytesReceived: number;
  /** Packets of the picture since the link was opened; the presenter knows them from the viewer. */
  readonly packets: { readonly total: number; readonly lost: number };
};

/** Reads a link's measure out of its statistics. */
export function linkMeasureOf(entries: readonly StatsEntry[]): LinkMeasure {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const transport = entries.find(({ type }) => type === 'transport');
  const pair =
    byId.get(String(transport?.selectedCandidatePairId)) ??
    // Firefox has no transport entry.
    entries.find((entry) => entry.type === 'candidate-pair' && entry.selected === true);
  return {
    path: pathOf(
      pair,
      byId.get(String(pair?.localCandidateId)),
      byId.get(String(pair?.remoteCandidateId)),
    ),
    bytesReceived: numberOf(transport?.bytesReceived) ?? numberOf(pair?.bytesReceived) ?? 0,
    packets: packetsOf(entries),
  };
}

function pathOf(
  pair: StatsEntry | undefined,
  local: StatsEntry | undefined,
  remote: StatsEntry | undefined,
): LinkMeasure['path'] {
  if (!pair || !local || !remote) return null;
  const roundTrip = numberOf(pair.currentRoundTripTime);
  const isRelayedHere = local.candidateType === 'relay';
  const transport = isRelayedHere ? local.relayProtocol : local.protocol;
  return {
    route: routeOf(local, remote),
    transport: transport === 'tcp' || transport === 'tls' ? transport : 'udp',
    roundTripMs: roundTrip === undefined ? null : roundForPeople(roundTrip * 1_000),
  };
}

function routeOf(local: StatsEntry, remote: StatsEntry): LinkPath['route'] {
  if (local.candidateType === 'relay' || remote.candidateType === 'relay') return 'relayed';
  return isNextDoor(local) && isNextDoor(remote) ? 'direct' : 'through-nat';
}

/** What was heard before its candidate arrived, or under a hidden name, counts as reflexive. */
const isNextDoor = ({ candidateType, address, ip }: StatsEntry): boolean =>
  candidateType === 'host' || (candidateType === 'prflx' && isLocal(String(address ?? ip ?? '')));

/** To about a tenth: more digits only flicker. */
function roundForPeople(milliseconds: number): number {
  const step = milliseconds < 20 ? 1 : milliseconds < 100 ? 5 : 20;
  return Math.round(milliseconds / step) * step;
}

function packetsOf(entries: readonly StatsEntry[]): LinkMeasure['packets'] {
  const inbound = entries.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
  if (inbound) {
    const lost = Math.max(0, numberOf(inbound.packetsLost) ?? 0);
    return { total: (numberOf(inbound.packetsReceived) ?? 0) + lost, lost };
  }
  const outbound = entries.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
  const told = entries.find(({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'video');
  return {
    total: numberOf(outbound?.packetsSent) ?? 0,
    lost: Math.max(0, numberOf(told?.packetsLost) ?? 0),
  };
}

/** The path with the loss between two measures of it. */
export function linkPathOf(before: LinkMeasure | undefined, now: LinkMeasure): LinkPath | null {
  if (!now.path) return null;
  const total = now.packets.total - (before?.packets.total ?? 0);
  const lost = now.packets.lost - (before?.packets.lost ?? 0);
  const lossRatio =
    total > 0 ? Math.round(Math.min(1, Math.max(0, lost / total)) * 100) / 100 : null;
  return { ...now.path, lossRatio };
}
