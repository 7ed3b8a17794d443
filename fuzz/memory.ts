import { promise } from './target.ts';

/** Compiled code and the generator's own tables may grow this much over a run. */
const TOLERATED_BYTES = 24 * 1024 * 1024;

/** Watches that parsing leaves nothing behind; needs Node's `--expose-gc`. */
export function createMemoryWatch(): { check(): void } {
  const { gc } = globalThis;
  let firstBytes: number | undefined;
  return {
    check() {
      gc?.();
      const bytes = process.memoryUsage().heapUsed;
      firstBytes ??= bytes;
      promise(bytes - firstBytes < TOLERATED_BYTES, 'memory stays the same however many frames');
    },
  };
}
