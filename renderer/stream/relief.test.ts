import { describe, expect, it } from 'vitest';
import { NO_RELIEF, type Relief, seeLoad } from './relief.ts';

/** One look a second at one viewer's encoder. */
function watch(looks: readonly boolean[], from: Relief = NO_RELIEF, startMs = 0) {
  let relief = from;
  let busyLooks = 0;
  looks.forEach((isBusy, index) => {
    busyLooks = isBusy ? busyLooks + 1 : 0;
    relief = seeLoad(relief, busyLooks, startMs + index * 1_000);
  });
  return relief;
}
const times = (count: number, isBusy: boolean) => Array.from({ length: count }, () => isBusy);

describe('relief for a busy processor', () => {
  it('comes when an encoder is too slow for three looks in a row, step by step', () => {
    expect(watch(times(2, true)).step).toBe(0);
    expect(watch([true, true, false, true, true]).step).toBe(0);
    expect(watch(times(3, true)).step).toBe(1);
    expect(watch(times(6, true)).step).toBe(2);
    expect(watch(times(60, true)).step).toBe(2);
  });

  it('gives a step time to show what it does, however many viewers complain at once', () => {
    let relief: Relief = NO_RELIEF;
    for (const _viewer of times(8, true)) relief = seeLoad(relief, 3, 10_000);
    expect(relief.step).toBe(1);
  });

  it('is taken back one step at a time, after a minute in which nobody’s encoder was too slow', () => {
    const relieved = watch(times(6, true));
    expect(watch(times(59, false), relieved, 6_000).step).toBe(2);
    expect(watch(times(60, false), relieved, 6_000).step).toBe(1);
    expect(watch(times(120, false), relieved, 6_000).step).toBe(0);
    const oneBusyLook = [...times(30, false), true, ...times(40, false)];
    expect(watch(oneBusyLook, relieved, 6_000).step, 'not calm yet').toBe(2);
  });

  it('is tried again ever later when the load is back each time', () => {
    let relief: Relief = NO_RELIEF;
    let nowMs = 0;
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      for (; relief.step === 0; nowMs += 1_000) relief = seeLoad(relief, 3, nowMs);
      const sinceMs = nowMs;
      for (; relief.step > 0; nowMs += 1_000) relief = seeLoad(relief, 0, nowMs);
      waits.push((nowMs - sinceMs) / 60_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 16, 16, 16]);
  });

  it('forgets that once it has been left alone for long', () => {
    const relapsed: Relief = { ...NO_RELIEF, calmMs: 240_000, takenBackAtMs: 0, changedAtMs: 0 };
    expect(seeLoad(relapsed, 3, 300_000).calmMs).toBe(60_000);
    expect(seeLoad(relapsed, 3, 200_000).calmMs).toBe(480_000);
  });
});
