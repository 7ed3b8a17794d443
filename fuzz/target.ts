import type * as fc from 'fast-check';

/** What a parser made of one input. */
export type Verdict = 'accepted' | 'rejected';

/** One parser under attack. Inputs are JSON values, so that each can be kept in the corpus. */
export type Target<Input = unknown> = {
  readonly name: string;
  readonly frames: number;
  readonly hostile: fc.Arbitrary<Input>;
  /** Gives the parser one input; throws a Violation when an invariant does not hold. */
  examine(input: Input): Verdict;
  /** Only gives it the input, to see what that costs. */
  feed(input: Input): unknown;
  /** An ordinary input of about this length, and hostile ones, to compare what they cost. */
  ordinaryOfLength(length: number): Input;
  stretchedToLength(length: number): readonly Input[];
  /** The longest input that can reach the parser. */
  readonly maxLength: number;
};

/** A broken promise of a parser. */
export class Violation extends Error {
  override name = 'Violation';
}

/** Throws a Violation unless the promise is kept. */
export function promise(isKept: boolean, promised: string): asserts isKept {
  if (!isKept) throw new Violation(promised);
}
