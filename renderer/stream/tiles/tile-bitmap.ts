/** A bitmap of `count` tiles, the first in the lowest bit of the first byte. */
export function bitmapOf(count: number, tiles: Iterable<number>): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(count / 8));
  for (const tile of tiles) bitmap[tile >> 3] = (bitmap[tile >> 3] ?? 0) | (1 << (tile & 7));
  return bitmap;
}

/** The tiles of a bitmap, or `undefined` when it is not one of exactly `count` tiles. */
export function tilesInBitmap(count: number, bitmap: Uint8Array): number[] | undefined {
  if (bitmap.length !== Math.ceil(count / 8)) return undefined;
  const tiles: number[] = [];
  for (let tile = 0; tile < bitmap.length * 8; tile += 1) {
    if (((bitmap[tile >> 3] ?? 0) & (1 << (tile & 7))) === 0) continue;
    if (tile >= count) return undefined;
    tiles.push(tile);
  }
  return tiles;
}
