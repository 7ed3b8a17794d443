import type { LumaPicture } from '../director/content-meter.ts';
import { isPatchInside, type Patch, rectOf, rectOfTile, tilesOf } from '../tiles/tile-grid.ts';
import { copyLuma, rgbaOf } from './picture-colours.ts';
import {
  changedTiles,
  createPlanes,
  isSameLayout,
  type PicturePlanes,
  type Plane,
  type PlaneLayout,
} from './picture-planes.ts';
import { pasteTile, type Still, tilesThatMatch } from './still-match.ts';
import type { Cut } from './tap-messages.ts';

/** Remembers the newest frame and a still beside it. */
export type PictureWatch = {
  /** Memory to copy the next frame into. */
  blank(layout: PlaneLayout): PicturePlanes;
  /** Takes the frame in. `null`: the first one, or the first of its size; else the tiles that changed. */
  take(picture: PicturePlanes, frame: number): readonly number[] | null;
  /** The newest frame's brightness. */
  luma(): LumaPicture | null;
  /** Tiles in which a still fits; its pixels stand for theirs until they change. */
  match(still: Still): readonly number[];
  cut(patch: Patch): Cut | null;
};

export function createPictureWatch(): PictureWatch {
  let newest: PicturePlanes | undefined;
  let spare: PicturePlanes | undefined;
  let newestFrame = 0;
  let still: Still | undefined;
  const matched = new Set<number>();
  let ownLuma: { readonly bytes: Uint8Array; readonly stride: number } | undefined;

  const readLuma = (picture: PicturePlanes, tiles: readonly number[] | null) => {
    const { kind, grid } = picture.layout;
    if (kind !== 'rgba' && kind !== 'bgra') return;
    if (!ownLuma || tiles === null) {
      ownLuma = { bytes: new Uint8Array(grid.width * grid.height), stride: grid.width };
    }
    const rects =
      tiles === null
        ? [{ x: 0, y: 0, ...sizeOf(picture) }]
        : tiles.map(rectOfTile.bind(null, grid));
    for (const rect of rects) copyLuma(picture, rect, ownLuma.bytes, ownLuma.stride);
  };
  return {
    blank: (layout) => (spare && isSameLayout(spare.layout, layout) ? spare : createPlanes(layout)),
    take(picture, frame) {
      const before = newest;
      const isNew = !before || !isSameLayout(before.layout, picture.layout);
      const changed = isNew ? null : changedTiles(before, picture);
      newest = picture;
      spare = isNew ? undefined : before;
      if (isNew) {
        still = undefined;
        matched.clear();
      }
      for (const tile of changed ?? []) matched.delete(tile);
      if (changed === null || changed.length > 0) newestFrame = frame;
      readLuma(picture, changed);
      return changed;
    },
    luma() {
      if (!newest) return null;
      if (ownLuma) return { luma: ownLuma.bytes, stride: ownLuma.stride, ...sizeOf(newest) };
      const plane = newest.layout.planes[0] as Plane;
      return { luma: newest.bytes, stride: plane.stride, ...sizeOf(newest) };
    },
    match(next) {
      if (!newest) return [];
      // Only one still is kept: what the one before stood for is looked at again.
      const { count } = newest.layout.grid;
      const tiles = tilesThatMatch(
        newest,
        next,
        Array.from({ length: count }, (_, tile) => tile),
      );
      matched.clear();
      for (const tile of tiles) matched.add(tile);
      still = tiles.length > 0 ? next : undefined;
      return tiles;
    },
    cut(patch) {
      if (!newest || !isPatchInside(newest.layout.grid, patch)) return null;
      const { grid } = newest.layout;
      const rect = rectOf(grid, patch);
      const rgba = rgbaOf(newest, rect);
      const tiles = tilesOf(grid, patch);
      const exact = still ? tiles.filter((tile) => matched.has(tile)) : [];
      for (const tile of exact) if (still) pasteTile(still, rectOfTile(grid, tile), rgba, rect);
      const isExact = exact.length === tiles.length;
      return { frame: newestFrame, width: rect.width, height: rect.height, rgba, isExact };
    },
  };
}

const sizeOf = ({ layout: { grid } }: PicturePlanes) => ({
  width: grid.width,
  height: grid.height,
});
