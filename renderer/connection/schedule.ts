/** Runs `task` once after `delayMs`, unless the returned function is called first. */
export type Schedule = (delayMs: number, task: () => void) => () => void;

/** The page's own clock. */
export const scheduleOnPage: Schedule = (delayMs, task) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};

/** Holds at most one pending task; starting another cancels the one before. */
export function createTimer(schedule: Schedule): {
  start(delayMs: number, task: () => void): void;
  cancel(): void;
} {
  let cancelPending: () => void = () => {};
  return {
    start(delayMs, task) {
      cancelPending();
      cancelPending = schedule(delayMs, task);
    },
    cancel: () => cancelPending(),
  };
}
