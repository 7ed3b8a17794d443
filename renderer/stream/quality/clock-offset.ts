/** How far another device's clock is ahead of this one's. */
export type ClockOffset = {
  /** Begins a question; the answer has to carry the same id. */
  ask(atMs: number): number;
  /** Takes what the other clock showed when it answered; both clocks in milliseconds. */
  answer(id: number, theirAtMs: number, atMs: number): void;
  /** `undefined` until there was an answer. */
  offset(atMs: number): { readonly offsetMs: number; readonly uncertaintyMs: number } | undefined;
};

type Sample = { readonly atMs: number; readonly offsetMs: number; readonly roundTripMs: number };

/** Questions nobody answers are forgotten beyond this. */
const MOST_OPEN = 8;
/** Clocks drift by some milliseconds an hour: what is older no longer counts. */
const KEEP_MS = 60_000;
const MOST_SAMPLES = 64;

/**
 * Compares two clocks as NTP does (RFC 5905 section 8): the other end's clock is taken to have been
 * read half way through the round trip, and the quickest round trip of the last minute decides,
 * because it leaves the least room for error.
 */
export function createClockOffset(): ClockOffset {
  const asked = new Map<number, number>();
  let samples: readonly Sample[] = [];
  let lastId = 0;

  return {
    ask(atMs) {
      lastId += 1;
      asked.set(lastId, atMs);
      for (const id of asked.keys()) if (id <= lastId - MOST_OPEN) asked.delete(id);
      return lastId;
    },
    answer(id, theirAtMs, atMs) {
      const askedAtMs = asked.get(id);
      if (askedAtMs === undefined) return;
      asked.delete(id);
      const roundTripMs = Math.max(0, atMs - askedAtMs);
      const offsetMs = theirAtMs - (askedAtMs + atMs) / 2;
      samples = [...samples, { atMs, offsetMs, roundTripMs }].slice(-MOST_SAMPLES);
    },
    offset(atMs) {
      const young = samples.filter((sample) => sample.atMs >= atMs - KEEP_MS);
      const first = young[0];
      if (!first) return undefined;
      const best = young.reduce((a, b) => (b.roundTripMs <= a.roundTripMs ? b : a), first);
      return { offsetMs: best.offsetMs, uncertaintyMs: best.roundTripMs / 2 };
    },
  };
}
