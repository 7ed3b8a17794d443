import { BUSY_STILL_AFTER_MS } from './patch-plan.ts';
import type { ScreenState } from './screen-state.ts';

/** When stills of the source may be taken: they are dear. */
export type StillAllowance = {
  readonly left: number;
  readonly refilledAtMs: number;
  readonly takenAtMs: number;
};

const MOST_LEFT = 3;
const REFILL_EVERY_MS = 3_000;
const APART_MS = 1_000;
/** To take one takes its time: it is to be there when tiles are due. */
const REST_MS = 150;

export const createStillAllowance = (nowMs: number): StillAllowance => ({
  left: MOST_LEFT,
  refilledAtMs: nowMs,
  takenAtMs: Number.NEGATIVE_INFINITY,
});

/** A few in quick succession, then one every three seconds: a caret blinks for hours. */
export function refill(allowance: StillAllowance, nowMs: number): StillAllowance {
  const gained = Math.floor((nowMs - allowance.refilledAtMs) / REFILL_EVERY_MS);
  if (gained <= 0) return allowance;
  return {
    ...allowance,
    left: Math.min(MOST_LEFT, allowance.left + gained),
    refilledAtMs: allowance.refilledAtMs + gained * REFILL_EVERY_MS,
  };
}

export const mayTake = ({ left, takenAtMs }: StillAllowance, nowMs: number): boolean =>
  left > 0 && nowMs - takenAtMs >= APART_MS;

export const spend = (allowance: StillAllowance, nowMs: number): StillAllowance => ({
  ...allowance,
  left: allowance.left - 1,
  takenAtMs: nowMs,
});

/** Whether a tile has come to rest for which no still was looked at yet. */
export function isStillWanted(screen: ScreenState, nowMs: number): boolean {
  const isAtRest = nowMs - screen.lastMoveMs >= REST_MS;
  return screen.changedAtMs.some(
    (atMs, tile) =>
      screen.isMatched[tile] === 0 &&
      (isAtRest || nowMs - atMs >= BUSY_STILL_AFTER_MS) &&
      atMs > screen.stillsDoneForMs,
  );
}
