import type { ScreenState } from './screen-state.ts';
import { LEVEL } from './still-quality.ts';
import type { WantedQuality } from './still-writer.ts';
import type { Patch, TileGrid } from './tile-grid.ts';

/** What one viewer has of each tile. */
export type ViewerTiles = {
  /** `LEVEL` of what was sent of the tile as it is now. */
  readonly level: Uint8Array;
  readonly sentAtMs: Float64Array;
};

export type PlanLimits = {
  readonly nowMs: number;
  readonly isVideoResting: boolean;
  /** Whether there is room for what only adds the last bit of quality. */
  readonly hasRoomToSpare: boolean;
  /** Whether the source's own pixels can be had at all. */
  readonly canMatch: boolean;
  /** Most tiles of a patch, by what is wanted of it. */
  readonly mostTiles: Readonly<Record<WantedQuality, number>>;
};

export type PlannedPatch = { readonly patch: Patch; readonly wanted: WantedQuality };

/** A screen that has been still for so long is refined. */
const STILL_AFTER_MS = 300;
/** While something else moves, refining can wait: what is typed now may be deleted again. */
export const BUSY_STILL_AFTER_MS = 8_000;
/** Without video tiles follow the screen themselves. */
const RESTING_STILL_AFTER_MS = 80;
/** Without video even what never stops is shown so often: little of it, as letters are, and much. */
const RESTING_SHOW_EVERY_MS = { little: 120, much: 1_000 } as const;
const LITTLE_TILES = 12;
/** So much longer a tile waits for a still of the source before the capture's pixels have to do. */
const WAIT_FOR_MATCH_MS = 400;

const ORDER = ['coarse', 'near', 'exact'] as const satisfies readonly WantedQuality[];

/** What the viewer should get of a tile next; `undefined`: nothing now. */
function wantedOf(
  screen: ScreenState,
  viewer: ViewerTiles,
  tile: number,
  limits: PlanLimits,
  showEveryMs: number,
): WantedQuality | undefined {
  const level = viewer.level[tile] ?? 0;
  const stillMs = limits.nowMs - (screen.changedAtMs[tile] ?? 0);
  if (limits.isVideoResting && level < LEVEL.coarse) {
    const isOverdue = limits.nowMs - (viewer.sentAtMs[tile] ?? 0) >= showEveryMs;
    return stillMs >= RESTING_STILL_AFTER_MS || isOverdue ? 'coarse' : undefined;
  }
  const restMs = limits.nowMs - screen.lastMoveMs;
  const dueForMs = Math.max(restMs - STILL_AFTER_MS, stillMs - BUSY_STILL_AFTER_MS);
  if (dueForMs < 0) return undefined;
  const isMatched = screen.isMatched[tile] === 1;
  const isAwaited =
    limits.canMatch &&
    !isMatched &&
    dueForMs < WAIT_FOR_MATCH_MS &&
    screen.stillsDoneForMs < (screen.changedAtMs[tile] ?? 0);
  if (isAwaited) return undefined;
  const best = isMatched ? LEVEL.source : LEVEL.frame;
  if (level >= best) return undefined;
  if (level < LEVEL.near) return 'near';
  return limits.hasRoomToSpare || level === LEVEL.frame ? 'exact' : undefined;
}

function isLittleMoving({ changedAtMs }: ScreenState, nowMs: number): boolean {
  let moving = 0;
  for (const atMs of changedAtMs) if (nowMs - atMs < RESTING_STILL_AFTER_MS) moving += 1;
  return moving <= LITTLE_TILES;
}

/**
 * The next patch for a viewer: readable before exact, what changed last before what is older, a new
 * page from its top, and as much of the same kind around it as may be.
 */
export function nextPatch(
  screen: ScreenState,
  viewer: ViewerTiles,
  limits: PlanLimits,
): PlannedPatch | undefined {
  const { grid } = screen;
  const showEveryMs =
    RESTING_SHOW_EVERY_MS[isLittleMoving(screen, limits.nowMs) ? 'little' : 'much'];
  const wishes = Array.from({ length: grid.count }, (_, tile) =>
    wantedOf(screen, viewer, tile, limits, showEveryMs),
  );
  const wanted = ORDER.find((quality) => wishes.includes(quality));
  if (!wanted) return undefined;
  const frameOf = (tile: number) => screen.changedFrame[tile] ?? 0;
  let seed = -1;
  for (let tile = 0; tile < grid.count; tile += 1) {
    if (wishes[tile] !== wanted) continue;
    if (seed < 0 || frameOf(tile) > frameOf(seed)) seed = tile;
  }
  const isSame = (tile: number) =>
    wishes[tile] === wanted && screen.isMatched[tile] === screen.isMatched[seed];
  return { patch: growPatch(grid, seed, limits.mostTiles[wanted], isSame), wanted };
}

/** Grows a patch from a tile to the right, the left, down and up, by whole edges of like tiles. */
export function growPatch(
  grid: TileGrid,
  seed: number,
  mostTiles: number,
  isLike: (tile: number) => boolean,
): Patch {
  let left = seed % grid.columns;
  let right = left;
  let top = Math.floor(seed / grid.columns);
  let bottom = top;
  const isColumnLike = (column: number) => {
    if (column < 0 || column >= grid.columns) return false;
    for (let row = top; row <= bottom; row += 1) {
      if (!isLike(row * grid.columns + column)) return false;
    }
    return true;
  };
  const isRowLike = (row: number) => {
    if (row < 0 || row >= grid.rows) return false;
    for (let column = left; column <= right; column += 1) {
      if (!isLike(row * grid.columns + column)) return false;
    }
    return true;
  };
  const fits = (columns: number, rows: number) =>
    (right - left + 1 + columns) * (bottom - top + 1 + rows) <= mostTiles;
  while (fits(1, 0) && isColumnLike(right + 1)) right += 1;
  while (fits(1, 0) && isColumnLike(left - 1)) left -= 1;
  while (fits(0, 1) && isRowLike(bottom + 1)) bottom += 1;
  while (fits(0, 1) && isRowLike(top - 1)) top -= 1;
  return { column: left, row: top, columns: right - left + 1, rows: bottom - top + 1 };
}
