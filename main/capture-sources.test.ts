import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceListing } from '../preload/contract.ts';
import { createSourceWatch, listSources } from './capture-sources.ts';

const picture = (isEmpty: boolean) => ({
  isEmpty: () => isEmpty,
  toDataURL: () => 'data:image/png;base64,AA==',
});
const found = [
  { id: 'screen:1:0', name: 'Screen 1', thumbnail: picture(false) },
  { id: 'window:2:0', name: 'Editor', thumbnail: picture(true) },
  { id: 'window:3:0', name: 'Sightline', thumbnail: picture(false) },
];
const capturer = (sources: unknown) => ({ getSources: async () => sources }) as never;
const common = { ownSourceIds: () => ['window:3:0'], isCaptureAllowed: () => true };

describe('the sources', () => {
  it('are all screens and windows but our own', async () => {
    const listing = await listSources({ ...common, desktopCapturer: capturer(found) });
    expect(listing).toEqual({
      status: 'listed',
      sources: [
        {
          id: 'screen:1:0',
          kind: 'screen',
          name: 'Screen 1',
          thumbnail: 'data:image/png;base64,AA==',
        },
        { id: 'window:2:0', kind: 'window', name: 'Editor', thumbnail: '' },
      ],
    });
  });

  it('are not even asked for where the system forbids it, and failing is an answer', async () => {
    const failing = { getSources: () => Promise.reject(new Error('no')) } as never;
    expect(
      await listSources({ ...common, desktopCapturer: failing, isCaptureAllowed: () => false }),
    ).toEqual({ status: 'refused-by-system' });
    expect(await listSources({ ...common, desktopCapturer: failing })).toEqual({
      status: 'failed',
    });
  });
});

describe('the watch on the sources', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const listing: SourceListing = { status: 'listed', sources: [] };

  it('refreshes until it is stopped, also when stopped in the middle of a look', async () => {
    const changes: SourceListing[] = [];
    let looks = 0;
    const watch = createSourceWatch(
      async () => {
        looks += 1;
        return listing;
      },
      (changed) => changes.push(changed),
      true,
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

  it('looks once only where every look would open a dialog', async () => {
    let looks = 0;
    const count = async () => {
      looks += 1;
      return listing;
    };
    const watch = createSourceWatch(count, () => {}, false);
    await watch.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(1);
  });
});
