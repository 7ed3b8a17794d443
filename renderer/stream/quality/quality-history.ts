import type { QualityReading } from './quality-reading.ts';

/** One second of a picture, for the graph and for what is said about it. */
export type QualityMoment = {
  readonly atMs: number;
  readonly latencyMs: number | null;
} & Pick<QualityReading, 'bitrateBps' | 'lossRatio' | 'freezes'>;

export const HISTORY_MS = 60_000;
/** Readings come once a second; should they come faster, the graph gets shorter, not longer. */
const MOST_MOMENTS = 90;

export const momentOf = (
  atMs: number,
  latencyMs: number | null,
  { bitrateBps, lossRatio, freezes }: QualityReading,
): QualityMoment => ({ atMs, latencyMs, bitrateBps, lossRatio, freezes });

/** The last minute with one moment more; the oldest first. */
export const remember = (
  history: readonly QualityMoment[],
  moment: QualityMoment,
): readonly QualityMoment[] =>
  [...history.filter(({ atMs }) => atMs > moment.atMs - HISTORY_MS), moment].slice(-MOST_MOMENTS);

/** The newest latency there was within the last `withinMs`; a still screen shows no new frames. */
export function recentLatency(history: readonly QualityMoment[], withinMs: number): number | null {
  const newest = history.at(-1);
  if (!newest) return null;
  const young = history.filter(({ atMs }) => atMs > newest.atMs - withinMs);
  return young.findLast(({ latencyMs }) => latencyMs !== null)?.latencyMs ?? null;
}
