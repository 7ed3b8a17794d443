import { describe, expect, it } from 'vitest';
import { pathNumbersOf } from './path-numbers.ts';

const path = { route: 'direct', transport: 'udp', roundTripMs: null, lossRatio: null } as const;

describe('the numbers of a path', () => {
  it.each([
    [null, null, null],
    [0, null, '0'],
    [0.0004, null, '0'],
    [0.004, null, '0.4'],
    [0.01, '1%', '1'],
    [0.125, '13%', '12.5'],
    [1, '100%', '100'],
  ])('with a loss of %s', (lossRatio, loss, lostOfHundred) => {
    expect(pathNumbersOf({ ...path, lossRatio }, 'en')).toMatchObject({ loss, lostOfHundred });
  });

  it('are whole milliseconds, when there are any', () => {
    expect(pathNumbersOf({ ...path, roundTripMs: 12.6 }, 'en').roundTripMs).toBe(13);
    expect(pathNumbersOf(path, 'en').roundTripMs).toBeNull();
  });
});
