import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBitReader, createBitWriter } from './bit-coder.ts';
import { decodeGrey, encodeGrey, MAX_SHADES } from './grey-codec.ts';
import { greyOf, rgbaOfGrey } from './grey-shades.ts';

describe('grey stills', () => {
  it('come back pixel for pixel', () => {
    const pictures = fc
      .record({
        width: fc.integer({ min: 1, max: 70 }),
        height: fc.integer({ min: 1, max: 20 }),
        count: fc.integer({ min: 2, max: MAX_SHADES }),
        seed: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
        runs: fc.integer({ min: 1, max: 40 }),
      })
      .map(({ width, height, count, seed, runs }) => ({
        width,
        height,
        shades: Uint8Array.from({ length: count }, (_, index) => index * 30),
        pixels: Uint8Array.from(
          { length: width * height },
          (_, at) => (seed[Math.floor(at / runs) % seed.length] ?? 0) % count,
        ),
      }));
    fc.assert(
      fc.property(pictures, (picture) => {
        const bytes = encodeGrey(picture);
        expect(decodeGrey(bytes, picture.width, picture.height)).toEqual(picture);
      }),
    );
  });

  it('are small where there is little to tell', () => {
    const pixels = new Uint8Array(256 * 256);
    for (let row = 0; row < 256; row += 16) pixels.fill(1, row * 256 + 20, row * 256 + 120);
    const shades = Uint8Array.of(255, 0);
    expect(encodeGrey({ width: 256, height: 256, shades, pixels }).length).toBeLessThan(200);
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const picture = decodeGrey(bytes, 40, 10);
        if (!picture) return;
        expect(picture.pixels.length).toBe(400);
        expect(Math.max(...picture.pixels)).toBeLessThan(picture.shades.length);
      }),
      { numRuns: 500 },
    );
  });

  it('are left out when their shades make no sense', () => {
    expect(decodeGrey(new Uint8Array(), 4, 4)).toBeUndefined();
    expect(decodeGrey(Uint8Array.of(1, 0, 0, 0), 4, 4)).toBeUndefined();
    expect(decodeGrey(Uint8Array.of(MAX_SHADES + 1, 0, 0, 0), 4, 4)).toBeUndefined();
    expect(decodeGrey(Uint8Array.of(6, 0), 4, 4)).toBeUndefined();
  });
});

describe('shades of grey', () => {
  it('keep paper and ink as they are', () => {
    const rgba = new Uint8ClampedArray(100 * 4).fill(255);
    for (let pixel = 40; pixel < 50; pixel += 1) rgba.set([30, 30, 30, 255], pixel * 4);
    const grey = rgbaOfGrey(greyOf(rgba, 10, 10));
    expect([...grey]).toEqual([...rgba]);
  });
});

describe('bits', () => {
  it('come back in order, likely or not', () => {
    const bits = fc.array(
      fc.tuple(fc.constantFrom<0 | 1>(0, 1), fc.integer({ min: 1, max: 4_094 })),
    );
    fc.assert(
      fc.property(bits, (written) => {
        const writer = createBitWriter();
        for (const [bit, likelihood] of written) writer.write(bit, likelihood);
        const reader = createBitReader(writer.finish());
        for (const [bit, likelihood] of written) expect(reader.read(likelihood)).toBe(bit);
      }),
    );
  });
});
