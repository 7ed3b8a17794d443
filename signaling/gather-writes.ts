import type { Writable } from 'node:stream';

/** Has what one piece of input makes the service write to a stream leave in one system call. */
export type GatheredWrites = {
  /** Writes wait from now on, at most until the running callback has ended. */
  gather(): void;
  /** Lets what waits leave at once. Doing it twice is safe. */
  flush(): void;
};

/**
 * Gathers the frames of a burst: a description and its candidates come together, and a system call
 * for each would cost more than everything else they need.
 */
export function gatherWrites(stream: Writable): GatheredWrites {
  let isGathering = false;
  const flush = () => {
    if (!isGathering) return;
    isGathering = false;
    stream.uncork();
  };
  return {
    gather() {
      if (isGathering) return;
      isGathering = true;
      stream.cork();
      // The WebSocket library hands over all frames of one read before this. Waiting for other
      // reads as well would save little and hold up the first.
      process.nextTick(flush);
    },
    flush,
  };
}
