import { describe, expect, it } from 'vitest';
import { rateLimitWords } from './networks.ts';

describe('rateLimitWords', () => {
  it('never lets a burst pass that hides the limit, nor one that holds no packet', () => {
    const burst = (rateKbps: number) => {
      const words = rateLimitWords('eth0', rateKbps);
      return Number(words[words.indexOf('burst') + 1]);
    };
    expect(burst(300)).toBe(3_200);
    expect(burst(4_000)).toBe(10_000);
  });
});
