import type { SetTimer } from '../deps.ts';

/** A clock that moves only when told to, and the timers that hang on it. */
export type FakeTime = { now(): number; setTimer: SetTimer; advance(ms: number): void };

/** Starts at some moment with no timer set. */
export function createFakeTime(): FakeTime {
  const timers = new Set<{ dueAtMs: number; callback: () => void }>();
  let nowMs = 1_000;

  const nextDue = (untilMs: number) =>
    [...timers].filter((t) => t.dueAtMs <= untilMs).sort((a, b) => a.dueAtMs - b.dueAtMs)[0];

  return {
    now: () => nowMs,
    setTimer(callback, delayMs) {
      const timer = { dueAtMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        timers.delete(timer);
        nowMs = timer.dueAtMs;
        timer.callback();
      }
      nowMs = untilMs;
    },
  };
}
