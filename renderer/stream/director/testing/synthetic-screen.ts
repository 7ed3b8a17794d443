import type { LumaPicture } from '../content-meter.ts';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const GROUND = 235;
const INK = 40;
const LINE_HEIGHT = 16;
const LETTER_WIDTH = 7;
const LETTER_HEIGHT = 9;

/** A screen in memory on which text, photos and clips can be painted; the same ones every time. */
export function createSyntheticScreen(width = 1280, height = 720) {
  const luma = new Uint8Array(width * height).fill(GROUND);
  const whole: Area = { x: 0, y: 0, width, height };

  const grain = Uint8Array.from({ length: 4096 }, (_, place) => hashOf(place, 1) % 13);

  const paint = (area: Area, at: (x: number, y: number) => number) => {
    for (let y = area.y; y < area.y + area.height; y += 1) {
      for (let x = area.x; x < area.x + area.width; x += 1) luma[y * width + x] = at(x, y);
    }
  };
  /** Stems with softened edges, of another shape for each letter. */
  const letter = (x: number, y: number, shape: number) => {
    for (let row = 0; row < LETTER_HEIGHT; row += 1) {
      const bits = hashOf(shape, row);
      for (let column = 0; column < LETTER_WIDTH - 2; column += 1) {
        const isInk = ((bits >> column) & 3) === 3;
        const place = (y + row) * width + x + column;
        if (isInk) luma[place] = INK;
        else if (((bits >> column) & 3) === 1) luma[place] = 150;
      }
    }
  };

  return {
    whole,
    clear: (area = whole) => paint(area, () => GROUND),
    copy: paint,
    fill: (area: Area, value: number) => paint(area, () => value),
    /** One letter at a place counted in letters and lines. */
    type: (column: number, line: number) =>
      letter(8 + column * LETTER_WIDTH, 4 + line * LINE_HEIGHT, hashOf(column, line)),
    /** Lines of text; `scrolledBy` pixels of the same text above are out of sight. */
    text(area: Area, page: number, scrolledBy = 0) {
      paint(area, () => GROUND);
      const first = Math.ceil(scrolledBy / LINE_HEIGHT);
      for (let line = first; ; line += 1) {
        const y = area.y + line * LINE_HEIGHT - scrolledBy;
        if (y + LETTER_HEIGHT > area.y + area.height) return;
        const letters = 30 + (hashOf(page, line) % 60);
        for (let at = hashOf(line, page) % 8; at < letters; at += 1) {
          const x = area.x + at * LETTER_WIDTH;
          const shape = hashOf(hashOf(page, line), at);
          if (x + LETTER_WIDTH > area.x + area.width) break;
          if (shape % 6 !== 0) letter(x, y, shape);
        }
      }
    },
    /** Natural content: soft slopes and grain; moves with `at`. */
    photo(area: Area, at = 0) {
      const across = wave(width, (x) => 125 + 55 * Math.sin(x / 23 + at / 3));
      const down = wave(height, (y) => 45 * Math.cos(y / 31 - at / 4));
      paint(area, (x, y) =>
        clamp((across[x] ?? 0) + (down[y] ?? 0) + (grain[(x + y * 131 + at * 977) & 4095] ?? 0)),
      );
    },
    /** A drawn film: shapes of one colour with hard edges that wander. */
    cartoon: (area: Area, at: number) =>
      paint(area, (x, y) => {
        const stripe = Math.floor((x + at * 17) / 90) + Math.floor((y + at * 9) / 110);
        return 60 + (stripe % 5) * 40;
      }),
    snow: (area: Area, at: number) =>
      paint(area, (x, y) => ((grain[(x + y * 131 + at * 977) & 4095] ?? 0) * 37) & 255),
    /** What a camera or a converter adds to a still picture. */
    faintNoise(at: number) {
      for (let place = 0; place < luma.length; place += 1) {
        luma[place] = (luma[place] ?? 0) + ((grain[(place + at * 977) & 4095] ?? 0) % 5) - 2;
      }
    },
    picture: (): LumaPicture => ({ luma: luma.slice(), stride: width, width, height }),
  };
}

export type SyntheticScreen = ReturnType<typeof createSyntheticScreen>;

const wave = (length: number, at: (place: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, place) => at(place));

const clamp = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

function hashOf(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
  return (hash ^ (hash >>> 13)) >>> 0;
}
