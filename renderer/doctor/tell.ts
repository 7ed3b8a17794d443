import type { Check, Finding } from './findings.ts';

/** Hears of every check as it goes. */
export type Tell = {
  begin(...checks: Check[]): void;
  found<C extends Check>(check: C, finding: Finding<C>): void;
};

export const silently: Tell = { begin() {}, found() {} };
