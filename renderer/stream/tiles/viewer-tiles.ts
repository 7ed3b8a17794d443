import type { ViewerTiles } from './patch-plan.ts';
import type { ScreenState } from './screen-state.ts';
import { LEVEL, type Level } from './still-quality.ts';
import { type Patch, tilesOf } from './tile-grid.ts';

/** What was sent to one viewer of the screen of one generation. */
export type SentTiles = ViewerTiles & {
  /** The frame of the newest still of a tile that may be shown there; -1 for none. */
  readonly shownFrame: Float64Array;
};

export const createSentTiles = (count: number): SentTiles => ({
  level: new Uint8Array(count),
  sentAtMs: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
  shownFrame: new Float64Array(count).fill(-1),
});

/** Notes that a still of this frame is on its way. */
export function noteSending(
  sent: SentTiles,
  screen: ScreenState,
  still: { readonly patch: Patch; readonly frame: number; readonly level: Level },
  nowMs: number,
): void {
  for (const tile of tilesOf(screen.grid, still.patch)) {
    sent.sentAtMs[tile] = nowMs;
    sent.shownFrame[tile] = Math.max(still.frame, sent.shownFrame[tile] ?? 0);
    // What has changed meanwhile has to be sent again.
    if ((screen.changedFrame[tile] ?? 0) <= still.frame) sent.level[tile] = still.level;
  }
}

export function noteGivenUp(sent: SentTiles, screen: ScreenState, patch: Patch): void {
  for (const tile of tilesOf(screen.grid, patch)) sent.level[tile] = LEVEL.none;
}

/** Whether most of a patch has changed since this frame, so that it is not worth its bytes. */
export function isOutdated(screen: ScreenState, patch: Patch, frame: number): boolean {
  const tiles = tilesOf(screen.grid, patch);
  const changed = tiles.filter((tile) => (screen.changedFrame[tile] ?? 0) > frame);
  return changed.length * 2 > tiles.length;
}

/** The tiles a viewer may show as they no longer are. */
export function tilesToRelease(sent: SentTiles, screen: ScreenState): number[] {
  const tiles: number[] = [];
  for (let tile = 0; tile < sent.shownFrame.length; tile += 1) {
    const shown = sent.shownFrame[tile] ?? -1;
    if (shown >= 0 && shown < (screen.changedFrame[tile] ?? 0)) tiles.push(tile);
  }
  return tiles;
}

export function noteReleased(sent: SentTiles, tiles: readonly number[]): void {
  for (const tile of tiles) {
    sent.shownFrame[tile] = -1;
    sent.level[tile] = LEVEL.none;
  }
}

/** A tile that has changed since it was sent counts as not sent. */
export function forgetChanged(sent: SentTiles, { changedFrame }: ScreenState): void {
  for (let tile = 0; tile < sent.level.length; tile += 1) {
    if ((sent.shownFrame[tile] ?? -1) < (changedFrame[tile] ?? 0)) sent.level[tile] = LEVEL.none;
  }
}
