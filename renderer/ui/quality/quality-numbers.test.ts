import { describe, expect, it } from 'vitest';
import type { LiveQuality } from '../../stream/quality/live-quality.ts';
import { qualityNumbersOf, readableRate } from './quality-numbers.ts';

describe('the numbers of a picture', () => {
  it.each([
    [0, 'en', 'kbit', '0'],
    [640_400, 'en', 'kbit', '640'],
    [1_240_000, 'en', 'mbit', '1.2'],
    [1_240_000, 'de', 'mbit', '1,2'],
    [14_600_000, 'en', 'mbit', '15'],
  ] as const)('%i bit/s in %s', (bitrateBps, language, unit, rate) => {
    expect(readableRate(bitrateBps, language)).toEqual({ unit, rate });
  });

  it('are whole, and nothing where nobody knows', () => {
    const unknown = {
      ...{ size: null, framesPerSecond: null, bitrateBps: null, codec: null, coder: null },
      ...{ isHardware: null, roundTripMs: null, lossRatio: null, limit: null },
      ...{ freezes: null, bufferMs: null },
    };
    const rest = { state: null, history: [] };
    const nothing: LiveQuality = { reading: unknown, latencyMs: null, ...rest };
    expect(Object.values(qualityNumbersOf(nothing, 'en'))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const reading = { ...unknown, framesPerSecond: 29.6, roundTripMs: 0.4, lossRatio: 0.0123 };
    expect(qualityNumbersOf({ reading, latencyMs: 41.7, ...rest }, 'en')).toMatchObject({
      ...{ latencyMs: 42, framesPerSecond: 30, roundTripMs: 0, loss: '1.2%' },
    });
  });
});
