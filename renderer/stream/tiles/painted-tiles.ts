import { gridOf, type Patch, type PictureSize, type TileGrid, tilesOf } from './tile-grid.ts';

/** What a viewer knows of the tiles of one picture: which may still be shown, and what is. */
export type PaintedTiles = {
  readonly grid: TileGrid;
  /** The tiles of a patch that a still of this frame may be painted into now. */
  paintable(patch: Patch, frame: number): readonly number[];
  painted(tiles: readonly number[], frame: number): void;
  /** These tiles have changed with this frame; returns those that show something older. */
  release(tiles: Iterable<number>, frame: number): readonly number[];
};

export function createPaintedTiles(size: PictureSize): PaintedTiles {
  const grid = gridOf(size);
  const changedFrame = new Float64Array(grid.count);
  const shownFrame = new Float64Array(grid.count).fill(-1);
  return {
    grid,
    paintable: (patch, frame) =>
      tilesOf(grid, patch).filter(
        (tile) => frame >= (changedFrame[tile] ?? 0) && frame >= (shownFrame[tile] ?? 0),
      ),
    painted(tiles, frame) {
      for (const tile of tiles) shownFrame[tile] = frame;
    },
    release(tiles, frame) {
      const outdated: number[] = [];
      for (const tile of tiles) {
        changedFrame[tile] = Math.max(frame, changedFrame[tile] ?? 0);
        const shown = shownFrame[tile] ?? -1;
        if (shown < 0 || shown >= frame) continue;
        shownFrame[tile] = -1;
        outdated.push(tile);
      }
      return outdated;
    },
  };
}
