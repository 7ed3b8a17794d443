import type { LumaPicture } from './content-meter.ts';

/** Recognises content that was pushed up or down as it is. */
export type ScrollFinder = {
  /** Share of what has changed since the last picture that one shift explains, from 0 to 1. */
  look(picture: LumaPicture): number;
};

const STRIPS = 12;
const STRIP_PIXELS = 16;
/** Fewer changed pieces than this tell nothing. */
const LEAST_PIECES = 24;
/** FNV-1a. */
const HASH = { start: 0x811c9dc5, prime: 0x01000193 } as const;

/**
 * Compares pieces of rows in a few strips from top to bottom. A screen is captured pixel by pixel,
 * so what is scrolled comes back exactly, some rows further on.
 */
export function createScrollFinder(): ScrollFinder {
  let before: Int32Array | undefined;

  return {
    look(picture) {
      const now = piecesOf(picture);
      const last = before;
      before = now;
      if (!last || last.length !== now.length) return 0;
      return scrolledShare(last, now, picture.height);
    },
  };
}

/** A hash for each piece, strip by strip; 0 for a piece of one colour, which tells nothing. */
function piecesOf({ luma, stride, width, height }: LumaPicture): Int32Array {
  const pieces = new Int32Array(STRIPS * height);
  for (let strip = 0; strip < STRIPS; strip += 1) {
    const x = Math.floor(((strip + 0.5) * width) / STRIPS - STRIP_PIXELS / 2);
    if (x < 0) break;
    for (let y = 0; y < height; y += 1) {
      const place = y * stride + x;
      const first = luma[place];
      let hash: number = HASH.start;
      let isEven = true;
      for (let at = place; at < place + STRIP_PIXELS; at += 1) {
        const pixel = luma[at] ?? 0;
        if (pixel !== first) isEven = false;
        hash = Math.imul(hash ^ pixel, HASH.prime);
      }
      pieces[strip * height + y] = isEven ? 0 : hash || 1;
    }
  }
  return pieces;
}

function scrolledShare(before: Int32Array, now: Int32Array, height: number): number {
  const votes = new Map<number, number>();
  let changed = 0;
  for (let strip = 0; strip < STRIPS; strip += 1) {
    const from = strip * height;
    const rowOf = new Map<number, number>();
    for (let y = 0; y < height; y += 1) {
      const piece = before[from + y] ?? 0;
      if (piece !== 0 && piece !== now[from + y]) rowOf.set(piece, y);
    }
    for (let y = 0; y < height; y += 1) {
      const piece = now[from + y] ?? 0;
      if (piece === 0 || piece === before[from + y]) continue;
      changed += 1;
      const row = rowOf.get(piece);
      if (row !== undefined) votes.set(y - row, (votes.get(y - row) ?? 0) + 1);
    }
  }
  return changed < LEAST_PIECES ? 0 : Math.max(0, ...votes.values()) / changed;
}
