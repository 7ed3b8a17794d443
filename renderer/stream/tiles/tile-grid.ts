/** Width and height of a tile in pixels; even, so that halved chroma never straddles two tiles. */
export const TILE_SIZE = 64;
/** Largest picture in pixels, each way and in all. */
export const MAX_SIDE = 8_192;
export const MAX_AREA = 7_680 * 4_320;

export type PictureSize = { readonly width: number; readonly height: number };

/** A picture divided into tiles, numbered row by row; those at the right and bottom may be cut. */
export type TileGrid = PictureSize & {
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
};

/** Tiles that lie together in a rectangle, counted in tiles. */
export type Patch = {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
};

/** A rectangle in pixels. */
export type PixelRect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const isPictureSize = ({ width, height }: PictureSize): boolean =>
  [width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE) &&
  width * height <= MAX_AREA;

export function gridOf({ width, height }: PictureSize): TileGrid {
  const columns = Math.ceil(width / TILE_SIZE);
  const rows = Math.ceil(height / TILE_SIZE);
  return { width, height, columns, rows, count: columns * rows };
}

export const isPatchInside = (grid: TileGrid, { column, row, columns, rows }: Patch): boolean =>
  columns >= 1 && rows >= 1 && column + columns <= grid.columns && row + rows <= grid.rows;

/** The numbers of a patch's tiles, row by row. */
export function tilesOf(grid: TileGrid, patch: Patch): number[] {
  const tiles: number[] = [];
  for (let row = patch.row; row < patch.row + patch.rows; row += 1) {
    for (let column = patch.column; column < patch.column + patch.columns; column += 1) {
      tiles.push(row * grid.columns + column);
    }
  }
  return tiles;
}

/** Where a patch lies in the picture, without what its last tiles would have beyond the edge. */
export function rectOf(grid: TileGrid, { column, row, columns, rows }: Patch): PixelRect {
  const x = column * TILE_SIZE;
  const y = row * TILE_SIZE;
  return {
    x,
    y,
    width: Math.min(grid.width - x, columns * TILE_SIZE),
    height: Math.min(grid.height - y, rows * TILE_SIZE),
  };
}

export const rectOfTile = (grid: TileGrid, tile: number): PixelRect =>
  rectOf(grid, {
    column: tile % grid.columns,
    row: Math.floor(tile / grid.columns),
    columns: 1,
    rows: 1,
  });
