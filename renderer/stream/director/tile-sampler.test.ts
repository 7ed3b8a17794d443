import { describe, expect, it } from 'vitest';
import { createTileSampler } from './tile-sampler.ts';

const SIZE = 64;
const blank = () => new Uint8Array(SIZE * SIZE).fill(235);
const pictureOf = (luma: Uint8Array) => ({ luma, stride: SIZE, width: SIZE, height: SIZE });
const painted = (isInk: (x: number, y: number) => boolean) =>
  blank().map((ground, at) => (isInk(at % SIZE, Math.floor(at / SIZE)) ? 40 : ground));

describe('the tiles of a picture', () => {
  const lettersIn = (luma: Uint8Array) => {
    const { letters } = createTileSampler(pictureOf(blank())).look(pictureOf(luma));
    return letters.includes(1);
  };

  it('have letters where several sharp edges are close to each other on even ground', () => {
    expect(lettersIn(painted((x) => x % 8 < 2))).toBe(true);
  });

  it('have none where a shape has its outline', () => {
    expect(lettersIn(painted((x) => x % 16 === 6))).toBe(false);
    expect(lettersIn(painted((x) => x % 16 < 8))).toBe(false);
  });

  it('have none in soft slopes and in noise', () => {
    expect(lettersIn(blank().map((_, at) => 60 + (((at % SIZE) * 5) % 60)))).toBe(false);
    expect(lettersIn(blank().map((_, at) => (at * 7919 * (at % 31)) & 255))).toBe(false);
  });
});
