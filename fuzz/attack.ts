import * as fc from 'fast-check';
import { checkPrototypes } from './invariants.ts';
import { createMemoryWatch } from './memory.ts';
import type { Target } from './target.ts';

const CHUNK = 5_000;

/** What a target went through: all well, or the smallest input found that breaks a promise. */
export type Outcome =
  | { readonly isWell: true; readonly accepted: number }
  | { readonly isWell: false; readonly input: unknown; readonly error: unknown };

/** Gives the parser one input. */
export function examineOnce<Input>(target: Target<Input>, input: Input): Outcome {
  try {
    const verdict = target.examine(input);
    checkPrototypes();
    return { isWell: true, accepted: verdict === 'accepted' ? 1 : 0 };
  } catch (error) {
    return { isWell: false, input, error };
  }
}

/** Gives the parser all its frames; the same seed gives the same frames. */
export function attack<Input>(target: Target<Input>, seed: number): Outcome {
  const memory = createMemoryWatch();
  let accepted = 0;
  for (let done = 0; done < target.frames; done += CHUNK) {
    const property = fc.property(target.hostile, (input) => {
      if (target.examine(input) === 'accepted') accepted += 1;
      checkPrototypes();
    });
    const numRuns = Math.min(CHUNK, target.frames - done);
    const details = fc.check(property, { seed: seed + done, numRuns });
    if (details.failed) {
      const [input] = details.counterexample ?? [];
      return { isWell: false, input, error: details.errorInstance };
    }
    memory.check();
  }
  return { isWell: true, accepted };
}
