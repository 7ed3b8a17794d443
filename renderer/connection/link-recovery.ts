import { RECOVERY } from './reconnect-policy.ts';

/**
 * What a silent link leads to, step by step: shown as interrupted, a new way looked for on the
 * same peer, the peer built anew. Before the first step it is simply ridden out.
 */
export type Rung = 'interrupted' | 'restart-ice' | 'rebuild';

const rungs: readonly { readonly atMs: number; readonly rung: Rung }[] = [
  { atMs: RECOVERY.interruptedAfterMs, rung: 'interrupted' },
  ...RECOVERY.iceRestartsAfterMs.map((atMs) => ({ atMs, rung: 'restart-ice' as const })),
  { atMs: RECOVERY.rebuildAfterMs, rung: 'rebuild' },
];

/** The steps that become due while the silence grows from one length to the other, in order. */
export function rungsBetween(beforeMs: number, nowMs: number): readonly Rung[] {
  return rungs.filter(({ atMs }) => beforeMs < atMs && atMs <= nowMs).map(({ rung }) => rung);
}

/**
 * Milliseconds of silence to add for a look that came `elapsedMs` after the one before: a computer
 * that slept in between heard nothing because it did not listen.
 */
export function silenceDuring(elapsedMs: number): number {
  return Math.min(Math.max(0, elapsedMs), RECOVERY.lookEveryMs * 3);
}
