import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rungsBetween, silenceDuring } from './link-recovery.ts';

describe('the recovery ladder', () => {
  it('rides out a short silence', () => {
    expect(rungsBetween(0, 1_999)).toEqual([]);
  });

  it('shows the interruption, looks for a new way twice, then builds anew', () => {
    expect(rungsBetween(0, 2_000)).toEqual(['interrupted', 'restart-ice']);
    expect(rungsBetween(2_000, 5_500)).toEqual(['restart-ice']);
    expect(rungsBetween(5_500, 9_000)).toEqual(['rebuild']);
    expect(rungsBetween(9_000, 600_000)).toEqual([]);
  });

  it('takes each step once, however the silence is cut into looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1 }), (steps) => {
        let silentMs = 0;
        const taken = steps.flatMap((step) => {
          const before = silentMs;
          silentMs += step;
          return rungsBetween(before, silentMs);
        });
        expect(taken).toEqual(rungsBetween(0, silentMs));
      }),
    );
  });

  it('does not count as silence what a sleeping computer did not listen to', () => {
    expect(silenceDuring(500)).toBe(500);
    expect(silenceDuring(20_000)).toBeLessThan(2_000);
    expect(silenceDuring(-3_600_000), 'a clock that was set back').toBe(0);
  });
});
