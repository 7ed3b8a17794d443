import { describe, expect, it } from 'vitest';
import { likenessOf, lumaOf, psnrOf, sharedPixels } from './likeness.ts';

const SIZE = { width: 64, height: 32 };
/** Stripes of black and white, as letters are. */
const stripes = (shift = 0): Uint8Array =>
  Uint8Array.from({ length: SIZE.width * SIZE.height }, (_, at) =>
    (((at % SIZE.width) + shift) >> 1) % 2 === 0 ? 20 : 230,
  );

describe('likenessOf', () => {
  it('is 1 for the same picture', () => {
    expect(likenessOf(stripes(), stripes(), SIZE)).toEqual({ ssim: 1, psnr: 99 });
  });

  it('falls with blur, and far with the wrong letters', () => {
    const blurred = stripes().map((value, at, all) => (value + (all[at + 1] ?? value)) / 2);
    const blur = likenessOf(blurred, stripes(), SIZE).ssim;
    const wrong = likenessOf(stripes(2), stripes(), SIZE).ssim;
    expect(blur).toBeLessThan(0.95);
    expect(blur).toBeGreaterThan(0.5);
    expect(wrong).toBeLessThan(0);
  });

  it('finds no likeness in a dark screen', () => {
    expect(likenessOf(new Uint8Array(64 * 32), stripes(), SIZE).ssim).toBeLessThan(0.05);
  });

  it('leaves bare paper out, which would flatter everybody', () => {
    const half = (value: Uint8Array) => value.map((luma, at) => (at < 64 * 16 ? luma : 255));
    const whole = likenessOf(stripes(1), stripes(), { width: 64, height: 16 }).ssim;
    const withPaper = likenessOf(half(stripes(1)), half(stripes()), SIZE).ssim;
    expect(withPaper).toBeLessThan(whole + 0.2);
  });
});

describe('psnrOf', () => {
  it('is 20 log 255 where every value is one off', () => {
    const picture = new Uint8Array(100).fill(10);
    expect(
      psnrOf(
        picture.map((value) => value + 1),
        picture,
      ),
    ).toBeCloseTo(48.13, 2);
  });
});

describe('sharedPixels', () => {
  it('counts a pixel only where all three colours are the same', () => {
    const original = Uint8Array.from([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 1, 1, 1, 0]);
    const picture = Uint8Array.from([1, 2, 3, 255, 9, 5, 6, 0, 7, 9, 9, 0, 1, 1, 2, 0]);
    expect(sharedPixels(picture, original)).toBe(0.25);
    expect(sharedPixels(original, original)).toBe(1);
  });
});

describe('lumaOf', () => {
  it('weighs green most and keeps black and white', () => {
    const pixels = Uint8Array.from([0, 0, 0, 0, 255, 255, 255, 0, 0, 255, 0, 0]);
    const [black, white, green] = lumaOf(pixels);
    expect([black, white]).toEqual([0, 255]);
    expect(green).toBe(149);
  });
});
