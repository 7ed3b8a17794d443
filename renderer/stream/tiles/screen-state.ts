import { gridOf, type Patch, type PictureSize, type TileGrid, tilesOf } from './tile-grid.ts';

/** What is known of every tile of the presenter's screen, the same for all viewers. */
export type ScreenState = {
  readonly generation: number;
  readonly grid: TileGrid;
  /** The frame with which a tile changed last, and when that was. */
  readonly changedFrame: Float64Array;
  readonly changedAtMs: Float64Array;
  /** 1 where a still of the source itself stands for the tile. */
  readonly isMatched: Uint8Array;
  /** Stills that were asked for before this moment have been looked at, or will not come. */
  stillsDoneForMs: number;
  lastMoveMs: number;
};

export function createScreenState(
  generation: number,
  frame: number,
  size: PictureSize,
  nowMs: number,
): ScreenState {
  const grid = gridOf(size);
  return {
    generation,
    grid,
    changedFrame: new Float64Array(grid.count).fill(frame),
    changedAtMs: new Float64Array(grid.count).fill(nowMs),
    isMatched: new Uint8Array(grid.count),
    stillsDoneForMs: Number.NEGATIVE_INFINITY,
    lastMoveMs: nowMs,
  };
}

export function noteMoved(
  screen: ScreenState,
  frame: number,
  tiles: readonly number[],
  nowMs: number,
): void {
  for (const tile of tiles) {
    screen.changedFrame[tile] = frame;
    screen.changedAtMs[tile] = nowMs;
    screen.isMatched[tile] = 0;
  }
  screen.lastMoveMs = nowMs;
}

/** A name for what a patch shows now: the same name, the same pixels. */
export function versionOf(screen: ScreenState, patch: Patch): string {
  let newest = 0;
  let matched = 0;
  for (const tile of tilesOf(screen.grid, patch)) {
    newest = Math.max(newest, screen.changedFrame[tile] ?? 0);
    matched += screen.isMatched[tile] ?? 0;
  }
  const { column, row, columns, rows } = patch;
  return [screen.generation, column, row, columns, rows, newest, matched].join('.');
}
