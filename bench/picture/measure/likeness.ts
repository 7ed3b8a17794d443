/** How like a picture is to the original. */
export type Likeness = {
  /** Structural similarity (Wang et al. 2004) of the parts that show something: 1 is the same. */
  readonly ssim: number;
  /** Peak signal to noise ratio in dB; `EXACT_PSNR` where nothing differs. */
  readonly psnr: number;
};

/** Stands for the infinite one of two pictures that are the same; none that differ come near. */
export const EXACT_PSNR = 99;

const WINDOW = 8;
const STEP = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;
/** Below this variance a window is bare paper, which is easy and would flatter everybody. */
const FLAT = 1;

/** Compares two pictures of a byte of luma for each pixel. */
export function likenessOf(
  picture: Uint8Array,
  original: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Likeness {
  let sum = 0;
  let windows = 0;
  for (let y = 0; y + WINDOW <= height; y += STEP) {
    for (let x = 0; x + WINDOW <= width; x += STEP) {
      const ssim = ssimOfWindow(picture, original, y * width + x, width);
      if (ssim === null) continue;
      sum += ssim;
      windows += 1;
    }
  }
  return { ssim: windows === 0 ? 1 : sum / windows, psnr: psnrOf(picture, original) };
}

/** @returns `null` for a window that is flat in both pictures */
function ssimOfWindow(
  picture: Uint8Array,
  original: Uint8Array,
  start: number,
  width: number,
): number | null {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row += 1) {
    let at = start + row * width;
    for (let column = 0; column < WINDOW; column += 1, at += 1) {
      const a = picture[at] as number;
      const b = original[at] as number;
      sumA += a;
      sumB += b;
      squaresA += a * a;
      squaresB += b * b;
      products += a * b;
    }
  }
  const count = WINDOW * WINDOW;
  const meanA = sumA / count;
  const meanB = sumB / count;
  const varianceA = squaresA / count - meanA * meanA;
  const varianceB = squaresB / count - meanB * meanB;
  if (varianceA < FLAT && varianceB < FLAT) return null;
  const covariance = products / count - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
  );
}

/** Of any two pictures of equal length, a byte for each value. */
export function psnrOf(picture: Uint8Array, original: Uint8Array): number {
  let squares = 0;
  for (let at = 0; at < original.length; at += 1) {
    const difference = (picture[at] as number) - (original[at] as number);
    squares += difference * difference;
  }
  if (squares === 0) return EXACT_PSNR;
  return 10 * Math.log10(255 ** 2 / (squares / original.length));
}

/**
 * The share of pixels that are the same in both, colours included.
 * @param picture four bytes for each pixel, the last without meaning
 */
export function sharedPixels(picture: Uint8Array, original: Uint8Array): number {
  let same = 0;
  for (let at = 0; at < original.length; at += 4) {
    const isSame =
      picture[at] === original[at] &&
      picture[at + 1] === original[at + 1] &&
      picture[at + 2] === original[at + 2];
    if (isSame) same += 1;
  }
  return same / (original.length / 4);
}

/** A byte of luma for each pixel, as native/screen-probe.c computes it. */
export function lumaOf(pixels: Uint8Array): Uint8Array {
  const luma = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < luma.length; at += 1) {
    const [blue = 0, green = 0, red = 0] = pixels.subarray(at * 4, at * 4 + 3);
    luma[at] = (29 * blue + 150 * green + 77 * red + 128) >> 8;
  }
  return luma;
}
