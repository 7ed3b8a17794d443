/** What a link was believed to carry at one moment. */
export type EstimateAt = { readonly atMs: number; readonly estimateBps: number };

/** Below the first a screen's video shows nothing readable; well above it video is worth a try. */
export const STARVED_BELOW_BPS = 500_000;
export const FED_ABOVE_BPS = 900_000;
const STARVED_FOR_MS = 1_000;
const FED_FOR_MS = 3_000;

/**
 * Whether the video should rest and leave the picture to tiles. Changes only when the newest
 * estimates agree for a while.
 * @param history oldest first; older than a few seconds is of no use
 * @param isResting what it was decided to be so far
 */
export function isStarved(history: readonly EstimateAt[], isResting: boolean): boolean {
  const newest = history.at(-1);
  if (!newest) return isResting;
  const disagrees = ({ estimateBps }: EstimateAt) =>
    isResting ? estimateBps > FED_ABOVE_BPS : estimateBps < STARVED_BELOW_BPS;
  const lastAgreement = history.findLastIndex((entry) => !disagrees(entry));
  const first = history[lastAgreement + 1];
  if (!first) return isResting;
  const forMs = newest.atMs - first.atMs;
  return forMs >= (isResting ? FED_FOR_MS : STARVED_FOR_MS) ? !isResting : isResting;
}
