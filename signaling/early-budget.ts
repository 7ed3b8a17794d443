import { costOf } from './budget.ts';
import type { Role } from './protocol.ts';

/** More than building a link takes, and its mending a few times over. */
const EARLY_UNITS = 64;

/** What is passed on between a presenter and a viewer. */
export type Relayed = 'signal' | 'signal-ack';

/**
 * What a viewer that waits and its presenter may still say to each other, by who says it: it only
 * ever gets less. Acknowledgements are counted apart, so that there is one for every signal.
 */
export type EarlyBudget = Readonly<Record<Role, Record<Relayed, number>>>;

/** A full budget, for one stay of one viewer (docs/protocol.md P21, P64). */
export function createEarlyBudget(): EarlyBudget {
  const full = { signal: EARLY_UNITS, 'signal-ack': EARLY_UNITS };
  return { presenter: { ...full }, viewer: { ...full } };
}

/** Pays for one frame; false, and nothing is paid, when there is not enough left. */
export function spendEarly(
  budget: EarlyBudget,
  sender: Role,
  type: Relayed,
  byteCount: number,
): boolean {
  const left = budget[sender][type] - costOf(byteCount);
  if (left < 0) return false;
  budget[sender][type] = left;
  return true;
}
