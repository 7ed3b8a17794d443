/** How far the load on the processor is brought down: another codec, then fewer frames. */
export type ReliefStep = 0 | 1 | 2;

/** What one processor that encodes for several viewers has been found to bear. */
export type Relief = {
  readonly step: ReliefStep;
  readonly changedAtMs: number;
  readonly takenBackAtMs: number;
  /** When an encoder was last too slow. */
  readonly busyAtMs: number;
  /** How long none must be too slow before a step is taken back. */
  readonly calmMs: number;
};

/** Looks in a row at one viewer's encoder. */
const LOOKS_TO_RELIEVE = 3;
/** A step needs as long to show what it does. */
const SETTLE_MS = 3_000;
const CALM_MS = 60_000;
/** Each try in vain costs everybody a stutter, so the next one comes later. */
const MOST_CALM_MS = 16 * CALM_MS;

export const NO_RELIEF: Relief = {
  step: 0,
  changedAtMs: Number.NEGATIVE_INFINITY,
  takenBackAtMs: Number.NEGATIVE_INFINITY,
  busyAtMs: Number.NEGATIVE_INFINITY,
  calmMs: CALM_MS,
};

/**
 * Takes one look at one viewer's encoder into account.
 * @param busyLooks how many looks in a row have found that encoder too slow, this one included
 */
export function seeLoad(relief: Relief, busyLooks: number, nowMs: number): Relief {
  const seen = busyLooks > 0 ? { ...relief, busyAtMs: nowMs } : relief;
  const { step, changedAtMs, takenBackAtMs, busyAtMs, calmMs } = seen;
  if (busyLooks >= LOOKS_TO_RELIEVE && step < 2 && nowMs - changedAtMs >= SETTLE_MS) {
    const isRelapse = nowMs - takenBackAtMs < calmMs;
    return {
      ...seen,
      step: step === 0 ? 1 : 2,
      changedAtMs: nowMs,
      calmMs: isRelapse ? Math.min(MOST_CALM_MS, calmMs * 2) : CALM_MS,
    };
  }
  const isCalm = nowMs - Math.max(busyAtMs, changedAtMs) >= calmMs;
  if (step === 0 || !isCalm) return seen;
  return { ...seen, step: step === 2 ? 1 : 0, changedAtMs: nowMs, takenBackAtMs: nowMs };
}
