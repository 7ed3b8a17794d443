import type { SendReading } from './adaptation.ts';
import { numberOf, type StatsEntry } from './stats-entry.ts';

/** Reads what the adaptation goes by out of a presenter's statistics of one link. */
export function sendReadingOf(entries: readonly StatsEntry[]): SendReading {
  const transport = entries.find(({ type }) => type === 'transport');
  const pair =
    entries.find(({ id }) => id === transport?.selectedCandidatePairId) ??
    entries.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const outbound = entries.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
  return {
    estimateBps: numberOf(pair?.availableOutgoingBitrate) ?? null,
    isCpuLimited: outbound?.qualityLimitationReason === 'cpu',
  };
}
