import type { PixelRect } from '../tiles/tile-grid.ts';
import type { ColourSpace, PicturePlanes, Plane } from './picture-planes.ts';

type Weights = { readonly red: number; readonly green: number; readonly blue: number };

const weightsOf = ({ isBt709 }: ColourSpace): Weights =>
  isBt709
    ? { red: 0.2126, green: 0.7152, blue: 0.0722 }
    : { red: 0.299, green: 0.587, blue: 0.114 };

/** How a pixel's luma follows from its colour (ITU-R BT.601 and BT.709), in parts of 65536. */
export function lumaWeightsOf(colours: ColourSpace) {
  const { red, green, blue } = weightsOf(colours);
  const part = colours.isFullRange ? 65_536 : (65_536 * 219) / 255;
  const base = (colours.isFullRange ? 0 : 16 * 65_536) + 32_768;
  return { red: red * part, green: green * part, blue: blue * part, base };
}

/**
 * The pixels of a rectangle as RGBA, as a video element would show them; halved chroma is repeated.
 * @param rect at even coordinates
 */
export function rgbaOf(picture: PicturePlanes, rect: PixelRect): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(rect.width * rect.height * 4);
  const { kind } = picture.layout;
  if (kind === 'rgba' || kind === 'bgra') copyColours(picture, rect, pixels);
  else convertColours(picture, rect, pixels);
  return pixels;
}

function copyColours(
  { bytes, layout }: PicturePlanes,
  rect: PixelRect,
  pixels: Uint8ClampedArray,
): void {
  const { offset, stride } = layout.planes[0] as Plane;
  const [red, blue] = layout.kind === 'rgba' ? [0, 2] : [2, 0];
  let to = 0;
  for (let row = 0; row < rect.height; row += 1) {
    let from = offset + (rect.y + row) * stride + rect.x * 4;
    for (let column = 0; column < rect.width; column += 1, from += 4, to += 4) {
      pixels[to] = bytes[from + red] as number;
      pixels[to + 1] = bytes[from + 1] as number;
      pixels[to + 2] = bytes[from + blue] as number;
      pixels[to + 3] = 255;
    }
  }
}

function convertColours(
  { bytes, layout }: PicturePlanes,
  rect: PixelRect,
  pixels: Uint8ClampedArray,
): void {
  const { red, green, blue } = weightsOf(layout);
  const lumaScale = layout.isFullRange ? 1 : 255 / 219;
  const chromaScale = layout.isFullRange ? 1 : 255 / 224;
  const black = layout.isFullRange ? 0 : 16;
  const redOfV = 2 * (1 - red) * chromaScale;
  const blueOfU = 2 * (1 - blue) * chromaScale;
  const [luma, chromaU, chromaV] = layout.planes as [Plane, Plane, Plane | undefined];
  const isInterleaved = layout.kind === 'nv12';
  const step = isInterleaved ? 2 : 1;
  const planeV = isInterleaved
    ? { offset: chromaU.offset + 1, stride: chromaU.stride }
    : (chromaV as Plane);
  let to = 0;
  for (let row = 0; row < rect.height; row += 1) {
    const y = rect.y + row;
    const lumaRow = luma.offset + y * luma.stride;
    const uRow = chromaU.offset + (y >> 1) * chromaU.stride;
    const vRow = planeV.offset + (y >> 1) * planeV.stride;
    for (let x = rect.x; x < rect.x + rect.width; x += 1, to += 4) {
      const light = ((bytes[lumaRow + x] as number) - black) * lumaScale;
      const u = (bytes[uRow + (x >> 1) * step] as number) - 128;
      const v = (bytes[vRow + (x >> 1) * step] as number) - 128;
      pixels[to] = light + redOfV * v;
      pixels[to + 1] = light - (redOfV * red * v + blueOfU * blue * u) / green;
      pixels[to + 2] = light + blueOfU * u;
      pixels[to + 3] = 255;
    }
  }
}

/** Writes the luma of a rectangle of an RGB picture into a plane of its own. */
export function copyLuma(
  { bytes, layout }: PicturePlanes,
  rect: PixelRect,
  luma: Uint8Array,
  stride: number,
): void {
  const { offset, stride: from } = layout.planes[0] as Plane;
  const weights = lumaWeightsOf({ isBt709: false, isFullRange: true });
  const [red, blue] = layout.kind === 'rgba' ? [0, 2] : [2, 0];
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    for (let x = rect.x; x < rect.x + rect.width; x += 1) {
      const at = offset + y * from + x * 4;
      const sum =
        weights.red * (bytes[at + red] as number) +
        weights.green * (bytes[at + 1] as number) +
        weights.blue * (bytes[at + blue] as number);
      luma[y * stride + x] = (sum + weights.base) >> 16;
    }
  }
}
