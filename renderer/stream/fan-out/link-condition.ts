import { numberOf, type StatsEntry } from '../stats-entry.ts';

/** What a presenter's browser has counted on one link until now. */
export type LinkCount = {
  readonly atMs: number;
  readonly availableBps: number | null;
  readonly bytesSent: number;
  readonly packetsSent: number;
  readonly sendDelayMs: number;
  readonly lossRatio: number;
  readonly keyFramesWanted: number;
  readonly isBandwidthLimited: boolean;
};

/** How one link did between two looks at it. */
export type LinkCondition = {
  /** Congestion control's own estimate. */
  readonly availableBps: number;
  readonly sentBps: number;
  /** How long a packet waited before it left. */
  readonly sendDelayMs: number;
  /** From 0 to 1. */
  readonly lossRatio: number;
  /** How often the viewer could not go on without a key frame. */
  readonly keyFramesWanted: number;
  /** The encoder holds back because of the link. */
  readonly isBandwidthLimited: boolean;
};

/** Reads a count out of the statistics; `undefined` before anything was sent. */
export function linkCountOf(entries: readonly StatsEntry[]): LinkCount | undefined {
  const outbound = entries.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
  const atMs = numberOf(outbound?.timestamp);
  if (!outbound || atMs === undefined) return undefined;
  const transport = entries.find(({ type }) => type === 'transport');
  const pair =
    entries.find(({ id }) => id === transport?.selectedCandidatePairId) ??
    entries.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const remote = entries.find(
    ({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'video',
  );
  const count = (name: string) => numberOf(outbound[name]) ?? 0;
  return {
    atMs,
    availableBps: numberOf(pair?.availableOutgoingBitrate) ?? null,
    bytesSent: count('bytesSent'),
    packetsSent: count('packetsSent'),
    sendDelayMs: count('totalPacketSendDelay') * 1_000,
    lossRatio: numberOf(remote?.fractionLost) ?? 0,
    keyFramesWanted: count('pliCount') + count('firCount'),
    isBandwidthLimited: outbound.qualityLimitationReason === 'bandwidth',
  };
}

/** What happened between two counts; `undefined` while that cannot be told. */
export function conditionBetween(
  before: LinkCount | undefined,
  after: LinkCount | undefined,
): LinkCondition | undefined {
  if (!before || !after || after.availableBps === null) return undefined;
  const seconds = (after.atMs - before.atMs) / 1_000;
  const packets = after.packetsSent - before.packetsSent;
  // Counts begin anew with another encoder.
  if (seconds <= 0 || packets < 0) return undefined;
  return {
    availableBps: after.availableBps,
    sentBps: ((after.bytesSent - before.bytesSent) * 8) / seconds,
    sendDelayMs: packets === 0 ? 0 : (after.sendDelayMs - before.sendDelayMs) / packets,
    lossRatio: after.lossRatio,
    keyFramesWanted: after.keyFramesWanted - before.keyFramesWanted,
    isBandwidthLimited: after.isBandwidthLimited,
  };
}
