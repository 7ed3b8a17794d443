import type { AskedServer, Check, Finding, OutcomeOf } from '../../doctor/findings.ts';

type OutcomeKey = { [C in Check]: `doctor.${C}.${OutcomeOf<C>}` }[Check];

/** The sentence for what a check found. */
export function outcomeText(check: Check, { outcome }: Finding): OutcomeKey {
  // A finding is always kept under its own check, which the type of a union cannot say.
  return `doctor.${check}.${outcome}` as OutcomeKey;
}

/** The sentence for what one of several servers did. */
export function serverText(outcome: AskedServer['outcome']) {
  if (outcome === 'answers') return 'doctor.asked.answers';
  return outcome === 'silent' ? 'doctor.asked.silent' : (`doctor.relay-udp.${outcome}` as const);
}
