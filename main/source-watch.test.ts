import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceListing } from '../preload/source.ts';
import { createSourceWatch } from './source-watch.ts';

describe('the watch on the sources', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const listing: SourceListing = { status: 'failed' };

  it('refreshes until it is stopped, also when stopped in the middle of a look', async () => {
    const changes: SourceListing[] = [];
    let looks = 0;
    const watch = createSourceWatch(
      async () => {
        looks += 1;
        return listing;
      },
      (changed) => changes.push(changed),
    );
    expect(await watch.start()).toBe(listing);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changes.length).toBeGreaterThan(2);
    const before = { looks, changes: changes.length };
    vi.advanceTimersByTime(2_000);
    watch.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changes).toHaveLength(before.changes);
    expect(looks).toBe(before.looks + 1);
  });

  it('looks at once when the person comes back, and only while a picker is open', async () => {
    let looks = 0;
    const watch = createSourceWatch(
      async () => {
        looks += 1;
        return listing;
      },
      () => {},
    );
    watch.refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(0);
    await watch.start();
    watch.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(2);
    watch.stop();
    watch.refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(2);
  });
});
