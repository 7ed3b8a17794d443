import { describe, expect, it } from 'vitest';
import { createPatchSizes } from './patch-sizes.ts';
import { createStillCache } from './still-cache.ts';
import { type StillSource, writeStill } from './still-writer.ts';

const SIDE = 64;
const sourceOf = (shadeAt: (x: number, y: number) => number): StillSource => {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1)
      rgba.fill(shadeAt(x, y), (y * SIDE + x) * 4, (y * SIDE + x) * 4 + 3);
  }
  return { width: SIDE, height: SIDE, rgba };
};
const text = sourceOf((x, y) => (y % 16 === 3 && x % 20 < 9 ? 20 : 240));
const photo = sourceOf((x, y) => (x * 37 + y * 101 + ((x * y) % 13) * 17) % 256);
const paper = sourceOf(() => 240);

function createWebp() {
  const qualities: number[] = [];
  const write = async (_: StillSource, quality: number) => {
    qualities.push(quality);
    return new Uint8Array(50);
  };
  return { qualities, write };
}

describe('a still', () => {
  it('of one colour is three bytes, however it is wanted', async () => {
    const { qualities, write } = createWebp();
    for (const wanted of ['coarse', 'near', 'exact'] as const) {
      const still = await writeStill(paper, wanted, write);
      expect(still).toEqual({
        codec: 'solid',
        quality: 'exact',
        bytes: Uint8Array.of(240, 240, 240),
      });
    }
    expect(qualities).toEqual([]);
  });

  it('of text is written without loss, or in greys where it has to be small', async () => {
    const { qualities, write } = createWebp();
    expect(await writeStill(text, 'near', write)).toMatchObject({ quality: 'exact' });
    expect(qualities).toEqual([1]);
    const coarse = await writeStill(text, 'coarse', write);
    expect(coarse).toMatchObject({ codec: 'grey', quality: 'coarse' });
    expect(coarse.bytes.length).toBeLessThan(150);
  });

  it('of a photo is written with some loss first, and without only when that is asked for', async () => {
    const { qualities, write } = createWebp();
    expect(await writeStill(photo, 'coarse', write)).toMatchObject({ codec: 'webp' });
    expect(await writeStill(photo, 'near', write)).toMatchObject({ quality: 'near' });
    expect(await writeStill(photo, 'exact', write)).toMatchObject({ quality: 'exact' });
    expect(qualities).toEqual([0.4, 0.9, 1]);
  });
});

describe('the size of patches', () => {
  it('follows the link, and what earlier patches took', () => {
    const sizes = createPatchSizes();
    const slow = sizes.mostTiles(300_000);
    const fast = sizes.mostTiles(50_000_000);
    expect(slow.near).toBeLessThan(slow.coarse);
    expect(slow.near).toBeLessThan(fast.near);
    const patch = { column: 0, row: 0, columns: 10, rows: 1 };
    sizes.learn('near', { patch, bytes: new Uint8Array(80_000) });
    expect(sizes.mostTiles(50_000_000).near).toBeLessThan(fast.near);
    expect(sizes.mostTiles(1).near).toBe(1);
  });
});

describe('the cache of stills', () => {
  it('makes each once, forgets the oldest first, and keeps no failure', async () => {
    const cache = createStillCache<Uint8Array>(100, ({ length }) => length);
    const made: string[] = [];
    const get = (name: string, value: Uint8Array | null = new Uint8Array(40)) =>
      cache.get(name, async () => {
        made.push(name);
        return value;
      });
    await Promise.all([get('a'), get('a')]);
    await get('b');
    await get('a');
    expect(made).toEqual(['a', 'b']);
    await get('c');
    await get('b');
    expect(made).toEqual(['a', 'b', 'c']);
    await get('a');
    expect(made).toEqual(['a', 'b', 'c', 'a']);
    await get('none', null);
    await get('none', null);
    expect(made.slice(-2)).toEqual(['none', 'none']);
    cache.clear();
    await get('a');
    expect(made.at(-1)).toBe('a');
  });
});
