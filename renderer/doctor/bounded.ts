import { createTimer, type Schedule } from '../connection/schedule.ts';
import { DOCTOR } from './limits.ts';

export type Bounds = { readonly schedule: Schedule; readonly signal: AbortSignal };

/**
 * Runs `work` for at most `limitMs`, then tells it to end and waits `DOCTOR.graceMs` for what it
 * has. Never rejects and never hangs: `late` stands for work that failed or did not end.
 */
export function bounded<Result>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: () => Result,
  { schedule, signal }: Bounds,
): Promise<Result> {
  const timer = createTimer(schedule);
  const ending = new AbortController();
  return new Promise((resolve) => {
    const finish = (result: Result) => {
      timer.cancel();
      signal.removeEventListener('abort', end);
      resolve(result);
    };
    const end = () => {
      ending.abort();
      timer.start(DOCTOR.graceMs, () => finish(late()));
    };
    timer.start(limitMs, end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
    work(ending.signal).then(finish, () => finish(late()));
  });
}
