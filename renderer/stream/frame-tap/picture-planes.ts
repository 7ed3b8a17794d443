import { gridOf, rectOfTile, type TileGrid } from '../tiles/tile-grid.ts';

/** Where a plane of samples lies in a picture's bytes. */
export type Plane = { readonly offset: number; readonly stride: number };
export type ColourSpace = { readonly isBt709: boolean; readonly isFullRange: boolean };

/** How a frame's samples are laid out; rows begin on word boundaries, and so do those of a tile. */
export type PlaneLayout = ColourSpace & {
  readonly kind: 'i420' | 'nv12' | 'rgba' | 'bgra';
  readonly grid: TileGrid;
  readonly planes: readonly Plane[];
  readonly byteLength: number;
};

/** One captured frame in memory. */
export type PicturePlanes = {
  readonly layout: PlaneLayout;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly words: Uint32Array<ArrayBuffer>;
};

const KINDS: Readonly<Record<string, PlaneLayout['kind']>> = {
  I420: 'i420',
  NV12: 'nv12',
  RGBA: 'rgba',
  RGBX: 'rgba',
  BGRA: 'bgra',
  BGRX: 'bgra',
};
/** Rows are this many bytes, or a multiple: what one tile has in a plane of halved chroma. */
const ROW_STEP = 64;

/**
 * The layout to copy a frame into.
 * @param format as WebCodecs names it (section 9.8); `undefined` for one that is not handled
 */
export function layoutOf(
  format: string | null,
  size: { readonly width: number; readonly height: number },
  colours: ColourSpace,
): PlaneLayout | undefined {
  const kind = KINDS[format ?? ''];
  if (!kind) return undefined;
  const halfWidth = Math.ceil(size.width / 2);
  const halfHeight = Math.ceil(size.height / 2);
  const rows: Record<PlaneLayout['kind'], readonly (readonly [bytes: number, rows: number])[]> = {
    i420: [
      [size.width, size.height],
      [halfWidth, halfHeight],
      [halfWidth, halfHeight],
    ],
    nv12: [
      [size.width, size.height],
      [halfWidth * 2, halfHeight],
    ],
    rgba: [[size.width * 4, size.height]],
    bgra: [[size.width * 4, size.height]],
  };
  let byteLength = 0;
  const planes = rows[kind].map(([bytes, count]) => {
    const plane = { offset: byteLength, stride: Math.ceil(bytes / ROW_STEP) * ROW_STEP };
    byteLength += plane.stride * count;
    return plane;
  });
  return { kind, grid: gridOf(size), planes, byteLength, ...colours };
}

export function isSameLayout(a: PlaneLayout, b: PlaneLayout): boolean {
  return (
    a.kind === b.kind &&
    a.grid.width === b.grid.width &&
    a.grid.height === b.grid.height &&
    a.isBt709 === b.isBt709 &&
    a.isFullRange === b.isFullRange
  );
}

export function createPlanes(layout: PlaneLayout): PicturePlanes {
  const bytes = new Uint8Array(layout.byteLength);
  return { layout, bytes, words: new Uint32Array(bytes.buffer) };
}

/** The tiles in which two pictures of the same layout differ. */
export function changedTiles(before: PicturePlanes, after: PicturePlanes): number[] {
  const { grid } = after.layout;
  const changed: number[] = [];
  for (let tile = 0; tile < grid.count; tile += 1) {
    if (isTileChanged(before, after, tile)) changed.push(tile);
  }
  return changed;
}

function isTileChanged(before: PicturePlanes, after: PicturePlanes, tile: number): boolean {
  const { kind, grid, planes } = after.layout;
  const { x, y, width, height } = rectOfTile(grid, tile);
  for (let index = 0; index < planes.length; index += 1) {
    const plane = planes[index] as Plane;
    const isHalved = index > 0;
    const scale = kind === 'i420' && isHalved ? 0.5 : kind === 'rgba' || kind === 'bgra' ? 4 : 1;
    const rows = isHalved ? Math.ceil(height / 2) : height;
    const top = isHalved ? y / 2 : y;
    const length = Math.ceil((width * scale) / 4);
    for (let row = 0; row < rows; row += 1) {
      const from = (plane.offset + (top + row) * plane.stride + x * scale) >> 2;
      for (let word = from; word < from + length; word += 1) {
        if (before.words[word] !== after.words[word]) return true;
      }
    }
  }
  return false;
}
