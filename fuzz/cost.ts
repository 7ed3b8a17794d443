import { performance } from 'node:perf_hooks';
import { promise, type Target } from './target.ts';

/** How much more a hostile input may cost than an ordinary one of the same length. */
const TOLERATED_RATIO = 20;
/** Below this nothing can be measured on a busy machine, and nobody is hurt. */
const TOLERATED_MS = 4;
const REPEATS = 5;
const SHORTEST = 1024;

/**
 * Throws a Violation if a hostile input costs far more than an ordinary one of the same length,
 * both measured here and now: work must grow with length, whatever is in the input.
 */
export function checkCost<Input>(target: Target<Input>): void {
  for (let length = SHORTEST; length <= target.maxLength; length *= 4) {
    const bestMs = (input: Input) => fastest(() => target.feed(input));
    const ordinaryMs = bestMs(target.ordinaryOfLength(length));
    for (const input of target.stretchedToLength(length)) {
      const toleratedMs = TOLERATED_MS + TOLERATED_RATIO * ordinaryMs;
      const promised = `${length} hostile characters cost like ordinary ones: ${sample(input)}`;
      promise(bestMs(input) <= toleratedMs, promised);
    }
  }
}

/** The best of a few tries, because the machine has other things to do too. */
function fastest(action: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < REPEATS; turn += 1) {
    const startMs = performance.now();
    action();
    best = Math.min(best, performance.now() - startMs);
  }
  return best;
}

function sample(input: unknown): string {
  return `${JSON.stringify(input).slice(0, 60)}…`;
}
