import type { Role } from './protocol.ts';

/** A frame longer than this costs as much as several. */
const BYTES_PER_UNIT = 4096;
const BURST_SECONDS: Record<Role, number> = { presenter: 10, viewer: 6 };

/** How much one socket may still send: a bucket that fills with time. */
export type Budget = {
  readonly unitsPerMs: number;
  readonly maxUnits: number;
  units: number;
  filledAtMs: number;
};

type Rates = { presenterMessagesPerSecond: number; viewerMessagesPerSecond: number };

/** A full budget. Strangers get that of a viewer. */
export function createBudget(role: Role, rates: Rates, nowMs: number): Budget {
  const isPresenter = role === 'presenter';
  const perSecond = isPresenter ? rates.presenterMessagesPerSecond : rates.viewerMessagesPerSecond;
  const maxUnits = perSecond * BURST_SECONDS[role];
  return { unitsPerMs: perSecond / 1_000, maxUnits, units: maxUnits, filledAtMs: nowMs };
}

/** What a frame costs: one, or more if it is long. */
export const costOf = (byteCount: number) => Math.max(1, byteCount / BYTES_PER_UNIT);

/** Pays for one frame; false when there is not enough left. */
export function spend(budget: Budget, byteCount: number, nowMs: number): boolean {
  const filled = budget.units + (nowMs - budget.filledAtMs) * budget.unitsPerMs;
  budget.units = Math.min(filled, budget.maxUnits) - costOf(byteCount);
  budget.filledAtMs = nowMs;
  return budget.units >= 0;
}
