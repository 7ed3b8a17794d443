import type { GreyPicture } from './grey-codec.ts';

/** With six, recognition reads 94 of 100 words of small code, with eight 96, for a tenth more bytes. */
const SHADES = 8;
const ROUNDS = 4;

/** Reduces pixels to the few shades of grey that suit them best. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): GreyPicture {
  const luma = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 4) {
    const level =
      (77 * (rgba[at] as number) +
        150 * (rgba[at + 1] as number) +
        29 * (rgba[at + 2] as number)) >>
      8;
    luma[pixel] = level;
    counts[level] = (counts[level] as number) + 1;
  }
  const shades = shadesFor(counts);
  const nearest = Uint8Array.from({ length: 256 }, (_, level) => nearestOf(shades, level));
  return { width, height, shades, pixels: luma.map((level) => nearest[level] as number) };
}

/**
 * Lloyd's method on the levels that occur, from an even spread. In the end each shade is the most
 * frequent of its levels, so that paper and ink keep theirs.
 */
function shadesFor(counts: Uint32Array): Uint8Array {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  let shades = Uint8Array.from({ length: SHADES }, (_, index) =>
    Math.round(first + ((last - first) * index) / (SHADES - 1)),
  );
  let commonest = shades;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Float64Array(SHADES);
    const weights = new Float64Array(SHADES);
    commonest = shades.slice();
    for (let level = first; level <= last; level += 1) {
      // Letters count as much as the paper they stand on.
      const weight = Math.sqrt(counts[level] as number);
      const shade = nearestOf(shades, level);
      sums[shade] = (sums[shade] as number) + weight * level;
      weights[shade] = (weights[shade] as number) + weight;
      const isCommoner = (counts[level] ?? 0) > (counts[commonest[shade] ?? 0] ?? 0);
      if (isCommoner) commonest[shade] = level;
    }
    shades = shades.map((shade, index) =>
      weights[index] ? Math.round((sums[index] as number) / (weights[index] as number)) : shade,
    );
  }
  return commonest;
}

function nearestOf(shades: Uint8Array, level: number): number {
  let best = 0;
  for (let index = 1; index < shades.length; index += 1) {
    const miss = Math.abs((shades[index] as number) - level);
    if (miss < Math.abs((shades[best] as number) - level)) best = index;
  }
  return best;
}

/** The grey picture as opaque RGBA. */
export function rgbaOfGrey({ shades, pixels }: GreyPicture): Uint8ClampedArray<ArrayBuffer> {
  const words = new Uint32Array(pixels.length);
  // Grey reads the same in either byte order but for alpha, which is last in memory.
  const colours = Uint32Array.from(shades, (shade) => {
    const bytes = new Uint8Array([shade, shade, shade, 255]);
    return new Uint32Array(bytes.buffer)[0] as number;
  });
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    words[pixel] = colours[pixels[pixel] as number] ?? 0;
  }
  return new Uint8ClampedArray(words.buffer);
}
