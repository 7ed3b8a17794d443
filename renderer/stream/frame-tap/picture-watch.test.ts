import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lumaWeightsOf, rgbaOf } from './picture-colours.ts';
import { createPlanes, layoutOf, type PicturePlanes, type PlaneLayout } from './picture-planes.ts';
import { createPictureWatch } from './picture-watch.ts';
import type { Still } from './still-match.ts';

const SIZE = { width: 150, height: 100 };
const SD = { isBt709: false, isFullRange: false };
const FORMATS = ['I420', 'NV12', 'RGBA', 'BGRX'] as const;
type Colour = readonly [red: number, green: number, blue: number];

const layout = (format: string, size = SIZE): PlaneLayout => {
  const found = layoutOf(format, size, SD);
  if (!found) throw new Error(`no layout for ${format}`);
  return found;
};

/** Paints a picture whose blocks of 2 x 2 pixels have one colour each. */
function paint(picture: PicturePlanes, colourAt: (x: number, y: number) => Colour): PicturePlanes {
  const { kind, grid, planes } = picture.layout;
  const weights = lumaWeightsOf(SD);
  for (let y = 0; y < grid.height; y += 1) {
    for (let x = 0; x < grid.width; x += 1) {
      const [red, green, blue] = colourAt(x - (x % 2), y - (y % 2));
      const at = (index: number, left: number, top: number) =>
        (planes[index]?.offset ?? 0) + top * (planes[index]?.stride ?? 0) + left;
      if (kind === 'rgba' || kind === 'bgra') {
        const bytes = kind === 'rgba' ? [red, green, blue] : [blue, green, red];
        picture.bytes.set([...bytes, 255], at(0, x * 4, y));
        continue;
      }
      const sum = weights.red * red + weights.green * green + weights.blue * blue;
      picture.bytes[at(0, x, y)] = (sum + weights.base) >> 16;
      const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      const u = Math.round(128 + ((blue - luma) / 1.772) * (224 / 255));
      const v = Math.round(128 + ((red - luma) / 1.402) * (224 / 255));
      const [left, top] = [x >> 1, y >> 1];
      if (kind === 'i420') {
        picture.bytes[at(1, left, top)] = u;
        picture.bytes[at(2, left, top)] = v;
      } else {
        picture.bytes[at(1, left * 2, top)] = u;
        picture.bytes[at(1, left * 2 + 1, top)] = v;
      }
    }
  }
  return picture;
}

const stripes = (x: number, y: number): Colour => [(x * 3) % 256, (y * 5) % 256, (x + y) % 256];
const stillOf = (colourAt: (x: number, y: number) => Colour): Still => {
  const pixels = new Uint8Array(SIZE.width * SIZE.height * 4);
  for (let y = 0; y < SIZE.height; y += 1) {
    for (let x = 0; x < SIZE.width; x += 1) {
      const [red, green, blue] = colourAt(x - (x % 2), y - (y % 2));
      pixels.set([blue, green, red, 255], (y * SIZE.width + x) * 4);
    }
  }
  return { ...SIZE, pixels, order: 'bgra' };
};
const WHOLE = { column: 0, row: 0, columns: 3, rows: 2 };

describe('a captured picture', () => {
  it.each(FORMATS)('in %s is shown in its colours', (format) => {
    const picture = paint(createPlanes(layout(format)), stripes);
    const rgba = rgbaOf(picture, { x: 64, y: 64, width: 86, height: 36 });
    const still = stillOf(stripes);
    let worst = 0;
    for (let row = 0; row < 36; row += 1) {
      for (let column = 0; column < 86; column += 1) {
        const at = (row * 86 + column) * 4;
        const from = ((row + 64) * SIZE.width + column + 64) * 4;
        for (const channel of [0, 1, 2]) {
          const is = rgba[at + channel] ?? 0;
          worst = Math.max(worst, Math.abs(is - (still.pixels[from + 2 - channel] ?? 0)));
        }
        expect(rgba[at + 3]).toBe(255);
      }
    }
    // What limited range and rounding take away.
    expect(worst).toBeLessThanOrEqual(format === 'I420' || format === 'NV12' ? 4 : 0);
  });

  it.each(FORMATS)('in %s changes in exactly the tiles where a sample differs', (format) => {
    const samples = fc.tuple(fc.nat({ max: SIZE.width - 1 }), fc.nat({ max: SIZE.height - 1 }));
    fc.assert(
      fc.property(fc.array(samples, { maxLength: 4 }), (changed) => {
        const watch = createPictureWatch();
        const dark = () => [10, 10, 10] as const;
        expect(watch.take(paint(watch.blank(layout(format)), dark), 1)).toBeNull();
        const next = paint(watch.blank(layout(format)), dark);
        const step = format === 'RGBA' || format === 'BGRX' ? 4 : 1;
        const plane = next.layout.planes[0];
        const tiles = new Set<number>();
        for (const [x, y] of changed) {
          next.bytes[(plane?.offset ?? 0) + y * (plane?.stride ?? 0) + x * step] = 200;
          tiles.add(Math.floor(y / 64) * 3 + Math.floor(x / 64));
        }
        expect(watch.take(next, 2)).toEqual([...tiles].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });

  it('changes where only its colours do', () => {
    const watch = createPictureWatch();
    watch.take(paint(watch.blank(layout('I420')), stripes), 1);
    const next = paint(watch.blank(layout('I420')), stripes);
    const plane = next.layout.planes[2];
    const at = (plane?.offset ?? 0) + 40 * (plane?.stride ?? 0) + 70;
    next.bytes[at] = (next.bytes[at] ?? 0) ^ 64;
    expect(watch.take(next, 2)).toEqual([5]);
  });

  it('begins anew with another size or another layout', () => {
    const watch = createPictureWatch();
    watch.take(paint(watch.blank(layout('I420')), stripes), 1);
    expect(watch.take(watch.blank(layout('I420', { width: 80, height: 90 })), 2)).toBeNull();
    expect(watch.take(watch.blank(layout('NV12', { width: 80, height: 90 })), 3)).toBeNull();
    expect(watch.cut(WHOLE)).toBeNull();
  });

  it.each(FORMATS)('in %s tells its brightness', (format) => {
    const watch = createPictureWatch();
    watch.take(
      paint(watch.blank(layout(format)), () => [255, 255, 255]),
      1,
    );
    const seen = watch.luma();
    expect(seen?.luma[(seen?.stride ?? 0) * 50 + 70]).toBeGreaterThanOrEqual(235);
    expect(seen).toMatchObject(SIZE);
  });

  it('of a format nobody knows is not read', () => {
    expect(layoutOf('I010', SIZE, SD)).toBeUndefined();
    expect(layoutOf(null, SIZE, SD)).toBeUndefined();
  });
});

describe('a still of the source', () => {
  it('stands for the tiles in which it shows the same, with its own colours', () => {
    const watch = createPictureWatch();
    const pointer = (x: number, y: number): Colour =>
      x > 70 && x < 80 && y < 10 ? [255, 255, 255] : stripes(x, y);
    watch.take(paint(watch.blank(layout('I420')), pointer), 1);
    const still = stillOf(stripes);
    expect(watch.match(still)).toEqual([0, 2, 3, 4, 5]);
    expect(watch.cut(WHOLE)?.isExact).toBe(false);
    const cut = watch.cut({ column: 0, row: 1, columns: 2, rows: 1 });
    expect(cut).toMatchObject({ isExact: true, width: 128, height: 36 });
    for (let row = 0; row < 36; row += 1) {
      for (let column = 0; column < 128; column += 1) {
        const from = ((row + 64) * SIZE.width + column) * 4;
        const [blue, green, red] = still.pixels.subarray(from, from + 3);
        const at = (row * 128 + column) * 4;
        expect([...(cut?.rgba.subarray(at, at + 4) ?? [])]).toEqual([red, green, blue, 255]);
      }
    }
  });

  it('no longer stands for a tile that has changed', () => {
    const watch = createPictureWatch();
    watch.take(paint(watch.blank(layout('I420')), stripes), 1);
    watch.match(stillOf(stripes));
    expect(watch.cut(WHOLE)).toMatchObject({ isExact: true, frame: 1 });
    const next = paint(watch.blank(layout('I420')), stripes);
    next.bytes[0] = 200;
    watch.take(next, 2);
    expect(watch.cut(WHOLE)).toMatchObject({ isExact: false, frame: 2 });
    expect(watch.cut({ column: 1, row: 0, columns: 2, rows: 2 })?.isExact).toBe(true);
  });

  it('of another size, or cut short, stands for nothing', () => {
    const watch = createPictureWatch();
    watch.take(paint(watch.blank(layout('I420')), stripes), 1);
    expect(watch.match({ ...stillOf(stripes), width: 149 })).toEqual([]);
    expect(watch.match({ ...stillOf(stripes), pixels: new Uint8Array(8) })).toEqual([]);
  });
});
