import type { PictureSize } from './tile-grid.ts';

/** RFC 9649: a file is one chunk that holds others; each has a name and its length. */
const FILE_HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const LEAST_BYTES = 26;

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * A WebP file with nothing but its picture: browsers add a colour profile of half a kilobyte, which
 * says no more than that colours are the usual ones.
 */
export function bareWebp(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = FILE_HEAD_BYTES; at + CHUNK_HEAD_BYTES <= file.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + CHUNK_HEAD_BYTES + length + (length % 2);
    if (nameAt(file, at).startsWith('VP8') && nameAt(file, at) !== 'VP8X') {
      const bare = new Uint8Array(FILE_HEAD_BYTES + end - at);
      bare.set(file.subarray(0, FILE_HEAD_BYTES));
      bare.set(file.subarray(at, end), FILE_HEAD_BYTES);
      new DataView(bare.buffer).setUint32(4, bare.length - CHUNK_HEAD_BYTES, true);
      return bare;
    }
    at = end;
  }
  return file;
}

/**
 * The size a WebP picture says it has, without decoding it: a few bytes can claim a picture that
 * fills the memory. `undefined` for anything but a bare picture.
 */
export function webpSizeOf(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < LEAST_BYTES) return undefined;
  if (nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = nameAt(bytes, FILE_HEAD_BYTES);
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const sides = view.getUint32(21, true);
    return { width: (sides & 0x3fff) + 1, height: ((sides >> 14) & 0x3fff) + 1 };
  }
  const hasStartCode = bytes[23] === 0x9d && bytes[24] === 0x01 && bytes[25] === 0x2a;
  if (kind !== 'VP8 ' || !hasStartCode || bytes.length < 30) return undefined;
  const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
  return { width: width & 0x3fff, height: height & 0x3fff };
}
