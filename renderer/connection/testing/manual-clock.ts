import type { Schedule } from '../schedule.ts';

/** A clock that moves only when told to. */
export function createManualClock() {
  let nowMs = 0;
  let tasks: { at: number; task: () => void }[] = [];
  const schedule: Schedule = (delayMs, task) => {
    const entry = { at: nowMs + delayMs, task };
    tasks.push(entry);
    return () => {
      tasks = tasks.filter((other) => other !== entry);
    };
  };
  return {
    schedule,
    now: () => nowMs,
    /** Runs everything that is due within the next `durationMs`, in order. */
    advance(durationMs: number): void {
      const end = nowMs + durationMs;
      for (;;) {
        const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        tasks = tasks.filter((other) => other !== next);
        nowMs = Math.max(nowMs, next.at);
        next.task();
      }
      nowMs = end;
    },
  };
}
