/** A clock that moves only when told to. */
export function createManualClock() {
  let nowMs = 0;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  return {
    schedule(delayMs: number, task: () => void) {
      const entry = { at: nowMs + delayMs, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    now: () => nowMs,
    waiting: () => tasks.length,
    /** Runs everything that is due within the next `durationMs`, in order. */
    advance(durationMs: number) {
      const end = nowMs + durationMs;
      for (;;) {
        const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        tasks = tasks.filter((other) => other !== next);
        nowMs = next.at;
        next.task();
      }
      nowMs = end;
    },
  };
}
