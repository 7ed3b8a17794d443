import { describe, expect, it } from 'vitest';
import { type QualityMoment, recentLatency, remember } from './quality-history.ts';

const moment = (second: number, latencyMs: number | null = null): QualityMoment => ({
  atMs: second * 1_000,
  latencyMs,
  ...{ bitrateBps: null, lossRatio: null, freezes: null },
});
const following = (seconds: readonly number[]) =>
  seconds.reduce<readonly QualityMoment[]>((all, second) => remember(all, moment(second)), []);

describe('the history of a picture', () => {
  it('holds the last minute, the oldest first', () => {
    const seconds = Array.from({ length: 200 }, (_, second) => second);
    const history = following(seconds);
    expect(history.map(({ atMs }) => atMs / 1_000)).toEqual(seconds.slice(-60));
  });

  it('is bounded, however often it is told', () => {
    expect(following(Array.from({ length: 1_000 }, () => 1)).length).toBeLessThanOrEqual(90);
  });

  it('keeps the newest latency for as long as it is asked to', () => {
    const history = [moment(0, 40), moment(1, 50), moment(2), moment(5)];
    expect(recentLatency(history, 10_000)).toBe(50);
    expect(recentLatency(history, 3_000)).toBeNull();
    expect(recentLatency([], 10_000)).toBeNull();
  });
});
