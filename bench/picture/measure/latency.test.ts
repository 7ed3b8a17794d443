import { describe, expect, it } from 'vitest';
import { latencyOf } from './latency.ts';
import type { Sighting } from './screen-probe.ts';

const sightings = (...pairs: [atMs: number, value: number][]): Sighting[] =>
  pairs.map(([atMs, value]) => ({ atMs, value }));

describe('latencyOf', () => {
  it('is from a change on one screen to the same one on the other', () => {
    const source = sightings([0, 1], [100, 2], [200, 3], [300, 4]);
    const viewer = sightings([140, 2], [250, 3], [360, 4]);
    expect(latencyOf(source, viewer)).toMatchObject({ p50Ms: 50, p95Ms: 60, changes: 3, lost: 0 });
  });

  it('counts a change that was never shown by itself with the next one that was', () => {
    const source = sightings([0, 1], [100, 2], [120, 3]);
    expect(latencyOf(source, sightings([170, 3]))).toMatchObject({ p50Ms: 70, p95Ms: 70 });
  });

  it('takes no picture from before the change for its arrival', () => {
    // The viewer’s clock of values is ahead: a picture of long ago.
    const source = sightings([0, 1], [100, 2]);
    expect(latencyOf(source, sightings([50, 2], [130, 2])).p50Ms).toBe(30);
  });

  it('does not forgive what never comes', () => {
    const source = sightings([0, 1], [100, 2], [200, 3], [5_000, 4]);
    const late = latencyOf(source, sightings([20, 1]));
    expect(late).toMatchObject({ lost: 2, p95Ms: 4_900 });
  });

  it('knows that values come round', () => {
    const source = sightings([0, 2 ** 24 - 2], [100, 2 ** 24 - 1], [200, 5]);
    const viewer = sightings([130, 2 ** 24 - 1], [240, 5]);
    expect(latencyOf(source, viewer)).toMatchObject({ p50Ms: 40, lost: 0 });
  });

  it('counts pictures a second from the first change on', () => {
    const source = sightings([0, 1], [1_000, 2]);
    const viewer = sightings([250, 1], [500, 1], [1_000, 2], [2_000, 2]);
    expect(latencyOf(source, viewer).shownPerSecond).toBe(2);
  });
});
