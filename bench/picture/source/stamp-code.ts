/**
 * The stamp: a row of black and white cells at the screen's top left that a program can read back.
 * 24 bits of the time of painting and 8 bits to check them.
 */
export const STAMP = { x: 0, y: 0, cell: 8, cells: 32 } as const;

/** Where a stamp is looked at: the middle of its height. */
export const STAMP_ROW = STAMP.y + STAMP.cell / 2;

const RANGE = 2 ** 24;

/** The value of a stamp painted at `atMs`, in ms since 1970; it comes round after 4.6 hours. */
export const stampValue = (atMs: number): number => Math.floor(atMs) % RANGE;

/** Whether stamp `first` was painted before `second`, or is the same. */
export const isNoLater = (first: number, second: number): boolean =>
  (second - first + RANGE) % RANGE < RANGE / 2;

/** The cells of a stamp from left to right; true is white. */
export function stampCells(value: number): boolean[] {
  const check = (value >> 16) ^ (value >> 8) ^ value ^ 0xa5;
  return [value >> 16, value >> 8, value, check].flatMap((byte) =>
    Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1) === 1),
  );
}
