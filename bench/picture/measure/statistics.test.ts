import { describe, expect, it } from 'vitest';
import { medianOfRuns, quantile } from './statistics.ts';

describe('quantile', () => {
  it('is the value below which that share lies, in any order', () => {
    expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3);
    expect(quantile([5, 1, 3, 2, 4], 0.95)).toBe(5);
    expect(quantile([10, 9], 0)).toBe(9);
  });

  it('is nothing where there is nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('medianOfRuns', () => {
  it('counts a run that waited in vain as later than any other', () => {
    expect(medianOfRuns([1, null, 2])).toBe(2);
    expect(medianOfRuns([null, 1, null])).toBeNull();
    expect(medianOfRuns([])).toBeNull();
  });
});
