/**
 * A stamp is a picture a program can read back: a magenta frame around 8 x 5 black or white cells,
 * which hold an id (8 bits), a counter (24 bits) and a checksum (8 bits).
 */
export const STAMP = { columns: 8, rows: 5, cell: 32, frame: 16 } as const;

export type Stamp = { readonly id: number; readonly count: number };

export const checksumOf = (bytes: readonly number[]): number =>
  bytes.reduce((sum, byte, index) => (sum + byte * (2 * index + 3)) % 251, 17);

/** The cells of a stamp, row by row; true is white. */
export function encodeStamp({ id, count }: Stamp): boolean[] {
  const bytes = [id & 255, (count >> 16) & 255, (count >> 8) & 255, count & 255];
  return [...bytes, checksumOf(bytes)].flatMap((byte) =>
    Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1) === 1),
  );
}

/** The stamp in a row of cells, or `undefined` where the checksum does not fit. */
export function decodeStamp(cells: readonly boolean[]): Stamp | undefined {
  const bytes = Array.from({ length: 5 }, (_, row) =>
    cells.slice(row * 8, row * 8 + 8).reduce((byte, cell) => byte * 2 + (cell ? 1 : 0), 0),
  );
  const [id = 0, high = 0, middle = 0, low = 0, checksum] = bytes;
  if (checksum !== checksumOf([id, high, middle, low])) return undefined;
  return { id, count: high * 65_536 + middle * 256 + low };
}
