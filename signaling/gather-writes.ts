import type { Writable } from 'node:stream';

/** Has what one piece of input makes the service write to a stream leave in one system call. */
export type GatheredWrites = {
  /** What is written to this stream waits from now on, at most until the running callback ends. */
  gather(stream: Writable): void;
  /** Lets what waits for this stream leave at once. Doing it twice is safe. */
  flush(stream: Writable): void;
};

/**
 * Gathers the frames of a burst: a description and its candidates come together, and a system call
 * for each would cost more than everything else they need. One for all streams: thousands of them
 * are idle, and take nothing here.
 */
export function createGatheredWrites(): GatheredWrites {
  const gathering = new Set<Writable>();
  const flush = (stream: Writable) => {
    if (gathering.delete(stream)) stream.uncork();
  };
  const flushAll = () => {
    for (const stream of gathering) flush(stream);
  };
  return {
    gather(stream) {
      if (gathering.has(stream)) return;
      // The WebSocket library hands over all frames of one read before this. Waiting for other
      // reads as well would save little and hold up the first.
      if (gathering.size === 0) process.nextTick(flushAll);
      gathering.add(stream);
      stream.cork();
    },
    flush,
  };
}
