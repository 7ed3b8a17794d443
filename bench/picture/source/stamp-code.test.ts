import { describe, expect, it } from 'vitest';
import { isNoLater, stampCells, stampValue } from './stamp-code.ts';

/** As native/screen-probe.c reads it. */
function readBack(cells: readonly boolean[]): number | null {
  const bits = cells.reduce((sum, cell) => sum * 2 + (cell ? 1 : 0), 0);
  const value = Math.floor(bits / 256);
  const check = ((value >> 16) ^ (value >> 8) ^ value ^ 0xa5) & 255;
  return check === bits % 256 ? value : null;
}

describe('a stamp', () => {
  it.each([0, 1, 255, 256, 0xabcdef, 2 ** 24 - 1])('%i is read back', (value) => {
    expect(stampCells(value)).toHaveLength(32);
    expect(readBack(stampCells(value))).toBe(value);
  });

  it('with one cell wrong is no stamp', () => {
    const cells = stampCells(0x123456);
    for (const [index, cell] of cells.entries()) {
      const spoilt = cells.with(index, !cell);
      expect(readBack(spoilt)).toBeNull();
    }
  });
});

describe('values', () => {
  it('come round and stay in order', () => {
    const before = stampValue(2 ** 24 - 1);
    const after = stampValue(2 ** 24 + 3);
    expect([before, after]).toEqual([2 ** 24 - 1, 3]);
    expect(isNoLater(before, after)).toBe(true);
    expect(isNoLater(after, before)).toBe(false);
    expect(isNoLater(after, after)).toBe(true);
  });
});
