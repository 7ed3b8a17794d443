import { createBitReader, createBitWriter } from './bit-coder.ts';
import { type BitPredictor, createBitPredictor } from './bit-predictor.ts';

/** A picture in a few shades of grey: `shades` holds their levels, `pixels` one index for each. */
export type GreyPicture = {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
  readonly pixels: Uint8Array;
};

export const MAX_SHADES = 8;

/** Decides one bit: writes it and hands it back, or reads it. */
type Decide = (
  isExpected: 0 | 1,
  first: number,
  second: number,
  third: number,
  node: number,
) => 0 | 1;

/**
 * Writes text in a few shades small: a byte with the number of shades, their levels, and then the
 * pixels, each foretold from its neighbours. Small text needs little more than half of what deflate
 * makes of it.
 */
export function encodeGrey({
  width,
  height,
  shades,
  pixels,
}: GreyPicture): Uint8Array<ArrayBuffer> {
  const writer = createBitWriter();
  const predictor = createBitPredictor(NODES);
  code(width, height, shades.length, pixels, (isExpected, first, second, third, node) => {
    writer.write(isExpected, predictor.predict(first, second, third, node));
    predictor.learn(isExpected);
    return isExpected;
  });
  const body = writer.finish();
  const bytes = new Uint8Array(1 + shades.length + body.length);
  bytes[0] = shades.length;
  bytes.set(shades, 1);
  bytes.set(body, 1 + shades.length);
  return bytes;
}

/** Reads a grey picture of a known size; `undefined` when its shades make no sense. */
export function decodeGrey(
  bytes: Uint8Array,
  width: number,
  height: number,
): GreyPicture | undefined {
  const count = bytes[0] ?? 0;
  if (count < 2 || count > MAX_SHADES || bytes.length < 1 + count) return undefined;
  const shades = bytes.slice(1, 1 + count);
  const reader = createBitReader(bytes.subarray(1 + count));
  const predictor: BitPredictor = createBitPredictor(NODES);
  const pixels = new Uint8Array(width * height);
  code(width, height, count, pixels, (_, first, second, third, node) => {
    const bit = reader.read(predictor.predict(first, second, third, node));
    predictor.learn(bit);
    return bit;
  });
  return { width, height, shades, pixels };
}

/** Like its left neighbour? Like the one above? Else shade by shade. And: are the next all alike? */
const NODES = 3 + MAX_SHADES;
const SAME_RUN = 2 + MAX_SHADES;
/** Pixels that are foretold together where everything around them is one shade. */
const RUN = 16;

/**
 * Walks over the pixels for both directions: what is written is in `pixels` already, what is read
 * gets there.
 */
function code(
  width: number,
  height: number,
  count: number,
  pixels: Uint8Array,
  decide: Decide,
): void {
  // Blank columns at each side and two blank rows above spare every check for the edge.
  const stride = width + 4;
  const padded = new Uint8Array(stride * (height + 2));
  for (let row = 0; row < height; row += 1) {
    const start = (row + 2) * stride + 2;
    const from = row * width;
    for (let column = 0; column < width; column += 1) {
      const at = start + column;
      const w = padded[at - 1] as number;
      if (column % RUN === 0 && column + RUN <= width && isFlat(padded, at - stride - 1, w)) {
        const isRun = decide(isAll(pixels, from + column, w) ? 1 : 0, SAME_RUN, w, w, SAME_RUN);
        if (isRun === 1) {
          padded.fill(w, at, at + RUN);
          pixels.fill(w, from + column, from + column + RUN);
          column += RUN - 1;
          continue;
        }
      }
      const n = padded[at - stride] as number;
      const nw = padded[at - stride - 1] as number;
      const ne = padded[at - stride + 1] as number;
      const above = at - 2 * stride;
      const near = (w << 9) | (n << 6) | (nw << 3) | ne;
      const more =
        ((padded[at - 2] as number) << 12) |
        ((padded[above] as number) << 15) |
        ((padded[at - stride + 2] as number) << 18);
      const most = ((padded[above + 1] as number) << 21) | ((padded[above - 1] as number) << 24);
      const wide = mix(near | more);
      const far = mix((near | more | most) + 77);
      const actual = pixels[from + column] as number;
      const first = near << 4;
      let shade = -1;
      if (decide(actual === w ? 1 : 0, first, wide, far, 0) === 1) shade = w;
      else if (
        n !== w &&
        decide(actual === n ? 1 : 0, first | 1, wide + 40_503, far + 40_503, 1) === 1
      ) {
        shade = n;
      }
      for (let other = 0; shade < 0 && other < count; other += 1) {
        if (other === w || other === n) continue;
        const node = 2 + other;
        const skip = node * 40_503;
        if (
          isLast(other, count, w, n) ||
          decide(actual === other ? 1 : 0, first | node, wide + skip, far + skip, node) === 1
        ) {
          shade = other;
        }
      }
      padded[at] = Math.max(0, shade);
      pixels[from + column] = Math.max(0, shade);
    }
  }
}

/** Whether the pixels above the next run are all of one shade. */
function isFlat(padded: Uint8Array, from: number, shade: number): boolean {
  for (let at = from; at < from + RUN + 2; at += 1) if (padded[at] !== shade) return false;
  return true;
}

function isAll(pixels: Uint8Array, from: number, shade: number): boolean {
  for (let at = from; at < from + RUN; at += 1) if (pixels[at] !== shade) return false;
  return true;
}

/** Whether no further shade is possible, so that nothing needs to be asked. */
function isLast(shade: number, count: number, w: number, n: number): boolean {
  for (let other = shade + 1; other < count; other += 1)
    if (other !== w && other !== n) return false;
  return true;
}

const mix = (value: number): number => Math.imul(value, 0x9e37_79b1) >>> 16;
