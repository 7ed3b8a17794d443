/** A clock that goes when it is told to, with the timers that hang on it. */
export function createManualTime() {
  let nowMs = 0;
  const timers = new Set<{ atMs: number; callback: () => void }>();
  return {
    now: () => nowMs,
    setTimer(callback: () => void, delayMs: number) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(byMs: number) {
      nowMs += byMs;
      for (const timer of [...timers]) {
        if (timer.atMs > nowMs || !timers.delete(timer)) continue;
        timer.callback();
      }
    },
  };
}
