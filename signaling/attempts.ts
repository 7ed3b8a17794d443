import { type AttemptLimit, createAttemptLimit } from './attempt-limit.ts';
import type { ResolvedOptions } from './options.ts';

/** How often each person of a network may come back in a minute: a service that starts anew is retried. */
const RETURNS_PER_PERSON = 4;

/**
 * What strangers may try, counted apart: who mistypes codes must not keep the members of the same
 * office from coming back after an outage. Coming back guesses 128 bits or more, never a code.
 */
export type Attempts = {
  /** Joins that found no room, without the key of a presenter met before. */
  readonly joining: AttemptLimit;
  /** Resumes, and joins with a presenter's key, that found nothing. */
  readonly returning: AttemptLimit;
  /** Rooms opened, and openings refused: the answer tells whether a room has that id. */
  readonly opening: AttemptLimit;
};

/** Starts with nobody known. */
export function createAttempts(options: ResolvedOptions, now: () => number): Attempts {
  const { maxMissWaitMs: maxWaitMs, maxNetworks, maxSocketsPerAddress } = options;
  const limit = (perMinute: number, perMinuteOverall: number) =>
    createAttemptLimit({ perMinute, perMinuteOverall, maxWaitMs, maxNetworks }, now);
  return {
    joining: limit(options.maxMissesPerMinute, options.maxMissesPerMinuteOverall),
    returning: limit(RETURNS_PER_PERSON * maxSocketsPerAddress, Number.MAX_SAFE_INTEGER),
    opening: limit(maxSocketsPerAddress, Number.MAX_SAFE_INTEGER),
  };
}
