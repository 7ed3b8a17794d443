import type { LumaPicture } from './content-meter.ts';

/** What one look found: the tiles that changed, and for each whether letters are or were in it. */
export type TileChanges = {
  readonly changed: readonly number[];
  readonly letters: readonly (0 | 1)[];
};

/** Compares the pictures of one size, tile by tile. */
export type TileSampler = {
  readonly columns: number;
  readonly rows: number;
  /** Whether a picture has the size this was made for, and all its bytes. */
  fits(picture: LumaPicture): boolean;
  look(picture: LumaPicture): TileChanges;
};

const MOST_TILES = 2_100;
const TILE_STEP = 16;
const LINES = 4;
const LONGEST_RUN = 32;

/** Between neighbouring pixels: up to `even` the same ground, from `sharp` the edge of a letter. */
const STEP = { even: 2, sharp: 20 } as const;
/** Between two pictures: one pixel that changed this much, or several that changed less. */
const CHANGE = { strong: 24, weak: 6, weakPixels: 8 } as const;
/**
 * Letters have sharp edges on even ground, little between, and several edges close to each other;
 * the outline of a shape has one or two.
 */
const LETTERS = { evenFrom: 0.35, sharpFrom: 0.03, sharpPerSoft: 0.5, edgesInLine: 3 } as const;

export function createTileSampler(first: LumaPicture): TileSampler {
  const { width, height } = first;
  const size = tileSizeFor(width, height);
  const columns = Math.floor(width / size);
  const rows = Math.floor(height / size);
  const run = Math.min(size, LONGEST_RUN);
  const seen = new Uint8Array(columns * rows * LINES * run);
  const hadLetters = new Uint8Array(columns * rows);

  /** Where line `line` of a tile begins; short runs lie left and right in turn. */
  const placeOf = (tile: number, line: number, stride: number): number => {
    const x = (tile % columns) * size + (line % 2) * (size - run);
    const y = Math.floor(tile / columns) * size + Math.floor(((2 * line + 1) * size) / (2 * LINES));
    return y * stride + x;
  };
  const hasChanged = (tile: number, { luma, stride }: LumaPicture): boolean => {
    let weak = 0;
    for (let line = 0; line < LINES; line += 1) {
      const place = placeOf(tile, line, stride);
      const kept = (tile * LINES + line) * run;
      for (let x = 0; x < run; x += 1) {
        const step = Math.abs((luma[place + x] ?? 0) - (seen[kept + x] ?? 0));
        if (step > CHANGE.strong) return true;
        if (step > CHANGE.weak) weak += 1;
      }
    }
    return weak >= CHANGE.weakPixels;
  };
  /** Only what counts as a change is kept, so that noise adds up to none and a slow fade to one. */
  const keep = (tile: number, { luma, stride }: LumaPicture) => {
    for (let line = 0; line < LINES; line += 1) {
      const place = placeOf(tile, line, stride);
      seen.set(luma.subarray(place, place + run), (tile * LINES + line) * run);
    }
  };
  const hasLetters = (tile: number): 0 | 1 => {
    let even = 0;
    let sharp = 0;
    let mostInLine = 0;
    for (let line = 0; line < LINES; line += 1) {
      const kept = (tile * LINES + line) * run;
      const sharpBefore = sharp;
      for (let x = 1; x < run; x += 1) {
        const step = Math.abs((seen[kept + x] ?? 0) - (seen[kept + x - 1] ?? 0));
        if (step <= STEP.even) even += 1;
        else if (step >= STEP.sharp) sharp += 1;
      }
      mostInLine = Math.max(mostInLine, sharp - sharpBefore);
    }
    const pairs = LINES * (run - 1);
    const soft = pairs - even - sharp;
    const isLettered =
      even >= pairs * LETTERS.evenFrom &&
      sharp >= pairs * LETTERS.sharpFrom &&
      sharp >= soft * LETTERS.sharpPerSoft &&
      mostInLine >= LETTERS.edgesInLine;
    return isLettered ? 1 : 0;
  };

  const sampler: TileSampler = {
    columns,
    rows,
    fits: (picture) =>
      picture.width === width &&
      picture.height === height &&
      picture.stride >= width &&
      picture.luma.length >= picture.stride * (height - 1) + width,
    look(picture) {
      const changed: number[] = [];
      const letters: (0 | 1)[] = [];
      for (let tile = 0; tile < columns * rows; tile += 1) {
        if (!hasChanged(tile, picture)) continue;
        keep(tile, picture);
        const before = hadLetters[tile];
        const now = hasLetters(tile);
        hadLetters[tile] = now;
        changed.push(tile);
        letters.push(before === 1 ? 1 : now);
      }
      return { changed, letters };
    },
  };
  if (sampler.fits(first)) sampler.look(first);
  return sampler;
}

function tileSizeFor(width: number, height: number): number {
  let size = TILE_STEP;
  while (Math.floor(width / size) * Math.floor(height / size) > MOST_TILES) size += TILE_STEP;
  return size;
}
