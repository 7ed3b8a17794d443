import { describe, expect, it } from 'vitest';
import { FED_ABOVE_BPS, isStarved, STARVED_BELOW_BPS } from './starvation.ts';

const every500Ms = (...estimates: number[]) =>
  estimates.map((estimateBps, index) => ({ atMs: index * 500, estimateBps }));
const low = STARVED_BELOW_BPS - 1;
const high = FED_ABOVE_BPS + 1;
const between = (low + high) / 2;

describe('a starved link', () => {
  it('is one whose estimate stays low for a second', () => {
    expect(isStarved(every500Ms(high, low), false)).toBe(false);
    expect(isStarved(every500Ms(high, low, low), false)).toBe(false);
    expect(isStarved(every500Ms(high, low, low, low), false)).toBe(true);
    expect(isStarved(every500Ms(low, low, high, low), false)).toBe(false);
  });

  it('is fed again only well above that, for some seconds', () => {
    expect(isStarved(every500Ms(low, ...Array(20).fill(between)), true)).toBe(true);
    expect(isStarved(every500Ms(low, ...Array(6).fill(high)), true)).toBe(true);
    expect(isStarved(every500Ms(low, ...Array(7).fill(high)), true)).toBe(false);
  });

  it('stays what it was while nothing is known', () => {
    expect(isStarved([], true)).toBe(true);
    expect(isStarved([], false)).toBe(false);
  });
});
