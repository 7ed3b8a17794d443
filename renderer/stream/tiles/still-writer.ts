import { encodeGrey } from './grey-codec.ts';
import { greyOf } from './grey-shades.ts';
import type { WrittenStill } from './still-quality.ts';

export type StillSource = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
};
/** `near` becomes exact at once unless it is a photo. */
export type WantedQuality = WrittenStill['quality'];
/** Writes a picture as WebP; at quality 1 without any loss. */
export type WriteWebp = (source: StillSource, quality: number) => Promise<Uint8Array<ArrayBuffer>>;

const NEAR = 0.9;
const ROUGH = 0.4;
/** Above so many bytes a pixel it is no text, and greys do not suit it. */
const GREY_BYTES_PER_PIXEL = 0.12;
/** Where fewer pixels than this are like the one beside them it is a photo, dear without loss. */
const PHOTO_BELOW = 0.3;
const PHOTO_ROW_STEP = 4;

/** Writes a still as wanted. */
export async function writeStill(
  source: StillSource,
  wanted: WantedQuality,
  writeWebp: WriteWebp,
): Promise<WrittenStill> {
  const { width, height, rgba } = source;
  if (isSolid(rgba))
    return { codec: 'solid', quality: 'exact', bytes: Uint8Array.from(rgba.subarray(0, 3)) };
  const pixels = width * height;
  if (wanted === 'coarse') {
    const grey = encodeGrey(greyOf(rgba, width, height));
    if (grey.length <= pixels * GREY_BYTES_PER_PIXEL) {
      return { codec: 'grey', quality: 'coarse', bytes: grey };
    }
    const rough = await writeWebp(source, ROUGH);
    return { codec: 'webp', quality: 'coarse', bytes: rough };
  }
  if (wanted === 'near' && isPhoto(source)) {
    return { codec: 'webp', quality: 'near', bytes: await writeWebp(source, NEAR) };
  }
  return { codec: 'webp', quality: 'exact', bytes: await writeWebp(source, 1) };
}

function isPhoto({ width, height, rgba }: StillSource): boolean {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2);
  let alike = 0;
  let seen = 0;
  for (let row = 0; row < height; row += PHOTO_ROW_STEP) {
    for (let at = row * width + 1; at < (row + 1) * width; at += 1) {
      if (words[at] === words[at - 1]) alike += 1;
      seen += 1;
    }
  }
  return alike < seen * PHOTO_BELOW;
}

function isSolid(rgba: Uint8ClampedArray<ArrayBuffer>): boolean {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2);
  const first = words[0];
  for (let index = 1; index < words.length; index += 1) if (words[index] !== first) return false;
  return true;
}
