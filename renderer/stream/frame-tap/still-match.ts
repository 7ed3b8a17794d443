import { type PixelRect, rectOfTile } from '../tiles/tile-grid.ts';
import { lumaWeightsOf } from './picture-colours.ts';
import type { PicturePlanes, Plane } from './picture-planes.ts';

/** A picture of the whole source in its own colours, taken apart from the capture. */
export type Still = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly order: 'rgba' | 'bgra';
};

/** Rounding on the way from colours to luma differs by this many levels at most. */
const TOLERANCE = 3;

/**
 * The tiles in which a still shows the same as the captured frame. Where the screen has changed
 * between the two, or the frame has a mouse pointer in it, it does not.
 */
export function tilesThatMatch(
  picture: PicturePlanes,
  still: Still,
  candidates: Iterable<number>,
): number[] {
  const { grid } = picture.layout;
  if (still.width !== grid.width || still.height !== grid.height) return [];
  if (still.pixels.length !== still.width * still.height * 4) return [];
  const isRgb = picture.layout.kind === 'rgba' || picture.layout.kind === 'bgra';
  const agrees = isRgb ? hasSameColours : hasSameLuma;
  return [...candidates].filter((tile) => agrees(picture, still, rectOfTile(grid, tile)));
}

function hasSameLuma({ bytes, layout }: PicturePlanes, still: Still, rect: PixelRect): boolean {
  const weights = lumaWeightsOf(layout);
  const { offset, stride } = layout.planes[0] as Plane;
  const [red, blue] = still.order === 'rgba' ? [0, 2] : [2, 0];
  const { pixels } = still;
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    let at = (y * still.width + rect.x) * 4;
    const row = offset + y * stride;
    for (let x = rect.x; x < rect.x + rect.width; x += 1, at += 4) {
      const sum =
        weights.red * (pixels[at + red] as number) +
        weights.green * (pixels[at + 1] as number) +
        weights.blue * (pixels[at + blue] as number);
      const miss = ((sum + weights.base) >> 16) - (bytes[row + x] as number);
      if (miss > TOLERANCE || miss < -TOLERANCE) return false;
    }
  }
  return true;
}

function hasSameColours({ bytes, layout }: PicturePlanes, still: Still, rect: PixelRect): boolean {
  const { offset, stride } = layout.planes[0] as Plane;
  const [red, blue] = still.order === layout.kind ? [0, 2] : [2, 0];
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    for (let x = rect.x; x < rect.x + rect.width; x += 1) {
      const from = offset + y * stride + x * 4;
      const at = (y * still.width + x) * 4;
      for (const [channel, other] of [
        [0, red],
        [1, 1],
        [2, blue],
      ] as const) {
        const miss = (bytes[from + channel] as number) - (still.pixels[at + other] as number);
        if (miss > TOLERANCE || miss < -TOLERANCE) return false;
      }
    }
  }
  return true;
}

/** Copies a tile of a still over the same place in the pixels of a rectangle that holds it. */
export function pasteTile(
  still: Still,
  tile: PixelRect,
  pixels: Uint8ClampedArray,
  rect: PixelRect,
): void {
  const [red, blue] = still.order === 'rgba' ? [0, 2] : [2, 0];
  for (let row = 0; row < tile.height; row += 1) {
    let from = ((tile.y + row) * still.width + tile.x) * 4;
    let to = ((tile.y + row - rect.y) * rect.width + tile.x - rect.x) * 4;
    for (let column = 0; column < tile.width; column += 1, from += 4, to += 4) {
      pixels[to] = still.pixels[from + red] as number;
      pixels[to + 1] = still.pixels[from + 1] as number;
      pixels[to + 2] = still.pixels[from + blue] as number;
      pixels[to + 3] = 255;
    }
  }
}
