import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WholeStill } from './still-assembly.ts';
import type { ReadableStill, StillReader } from './still-reader.ts';
import { bitmapOf } from './tile-bitmap.ts';
import type { PixelRect } from './tile-grid.ts';
import { encodeTilePacket, parseTilePacket, type TilePacket } from './tile-packet.ts';
import { createTilePicture } from './tile-picture.ts';

const SIZE = { width: 256, height: 128 };
const ALL = { column: 0, row: 0, columns: 4, rows: 2 };
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A canvas that remembers which still covers which tile, by the first byte of the still. */
function createFakeCanvas() {
  const shown = new Map<string, number>();
  const outside: PixelRect[] = [];
  const tilesIn = ({ x, y, width, height }: PixelRect) => {
    if (x < 0 || y < 0 || x + width > canvas.width || y + height > canvas.height) {
      outside.push({ x, y, width, height });
    }
    const names: string[] = [];
    for (let top = y; top < y + height; top += 64) {
      for (let left = x; left < x + width; left += 64) names.push(`${left / 64},${top / 64}`);
    }
    return names;
  };
  const context = {
    clearRect(x: number, y: number, width: number, height: number) {
      for (const name of tilesIn({ x, y, width, height })) shown.delete(name);
    },
    show(value: number, rect: PixelRect) {
      for (const name of tilesIn(rect)) shown.set(name, value);
    },
  };
  const canvas = {
    getContext: () => context,
    width: 0,
    set height(_: number) {
      shown.clear();
      tall = _;
    },
    get height() {
      return tall;
    },
  };
  let tall = 0;
  return { canvas: canvas as unknown as HTMLCanvasElement, context, shown, outside };
}

function createPicture(options: { isHeld?: boolean } = {}) {
  const fake = createFakeCanvas();
  const held: (() => void)[] = [];
  const read: WholeStill[] = [];
  let open = 0;
  const reader: StillReader = {
    async read(still) {
      read.push(still);
      if (options.isHeld) await new Promise<void>((resolve) => held.push(resolve));
      if (still.bytes[0] === 255) return undefined;
      open += 1;
      const readable: ReadableStill = {
        paint: (context, rect) =>
          (context as unknown as typeof fake.context).show(still.bytes[0] ?? 0, rect),
        close() {
          open -= 1;
        },
      };
      return readable;
    },
    close: () => {},
  };
  const receipts: number[] = [];
  const picture = createTilePicture({
    canvas: fake.canvas,
    reader,
    answer(packet) {
      const receipt = parseTilePacket(packet);
      if (receipt?.kind === 'receipt') receipts.push(receipt.receivedBytes);
    },
  });
  const give = (line: 'tiles' | 'marks', packet: TilePacket) =>
    picture.take(line, encodeTilePacket(packet));
  return { ...fake, picture, give, receipts, read, held, openStills: () => open };
}

const begin: TilePacket = { kind: 'begin', generation: 1, ...SIZE };
const still = (frame: number, value: number, patch = ALL, generation = 1): TilePacket => ({
  kind: 'still',
  generation,
  frame,
  codec: 'webp',
  patch,
  length: 2,
  bytes: Uint8Array.of(value, 0),
});
const release = (frame: number, tiles: readonly number[], generation = 1): TilePacket => ({
  kind: 'release',
  generation,
  frame,
  bitmap: bitmapOf(8, tiles),
});

describe('the picture of tiles', () => {
  it('has the size of the screen as soon as either line names it', () => {
    for (const line of ['tiles', 'marks'] as const) {
      const { picture, give, canvas } = createPicture();
      let changes = 0;
      picture.subscribe(() => {
        changes += 1;
      });
      expect(picture.size()).toBeNull();
      give(line, begin);
      give(line === 'tiles' ? 'marks' : 'tiles', begin);
      expect(picture.size()).toMatchObject(SIZE);
      expect([canvas.width, canvas.height]).toEqual([SIZE.width, SIZE.height]);
      expect(changes).toBe(1);
    }
  });

  it('shows a still once all of its packets are there', async () => {
    const { give, shown } = createPicture();
    give('tiles', begin);
    const first = still(5, 7);
    give('tiles', { ...first, length: 3 } as TilePacket);
    await settle();
    expect(shown.size).toBe(0);
    give('tiles', { kind: 'more', bytes: Uint8Array.of(9) });
    await settle();
    expect(shown.size).toBe(8);
  });

  it('takes back what has changed at once, and only that', async () => {
    const { give, shown } = createPicture();
    give('tiles', begin);
    give('tiles', still(5, 7));
    await settle();
    give('marks', release(6, [0, 5]));
    expect([...shown.keys()]).not.toContain('0,0');
    expect([...shown.keys()]).not.toContain('1,1');
    expect(shown.size).toBe(6);
  });

  it('never paints what has changed while it was read', async () => {
    const { give, shown, held, openStills } = createPicture({ isHeld: true });
    give('tiles', begin);
    give('tiles', still(5, 7));
    await settle();
    give('marks', release(6, [3]));
    held.shift()?.();
    await settle();
    expect(shown.size).toBe(7);
    expect([...shown.keys()]).not.toContain('3,0');
    expect(openStills()).toBe(0);
  });

  it('keeps a newer still when the release of an older one comes late', async () => {
    const { give, shown } = createPicture();
    give('tiles', begin);
    give('tiles', still(6, 7));
    await settle();
    give('marks', release(6, [0]));
    expect(shown.size).toBe(8);
  });

  it('never shows an older still over a newer one, in whatever order things come', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ frame: fc.integer({ min: 1, max: 9 }), tile: fc.nat({ max: 7 }) }),
        fc.record({
          frame: fc.integer({ min: 1, max: 9 }),
          changed: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1 }),
        }),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const { give, shown, outside } = createPicture();
        give('tiles', begin);
        const newest = new Map<number, number>();
        for (const step of given) {
          if ('tile' in step) {
            const patch = { column: step.tile % 4, row: step.tile >> 2, columns: 1, rows: 1 };
            give('tiles', still(step.frame, step.frame, patch));
          } else {
            give('marks', release(step.frame, step.changed));
            for (const tile of step.changed) {
              newest.set(tile, Math.max(step.frame, newest.get(tile) ?? 0));
            }
          }
          await settle();
          for (const [name, frame] of shown) {
            const [column = 0, row = 0] = name.split(',').map(Number);
            expect(frame).toBeGreaterThanOrEqual(newest.get(row * 4 + column) ?? 0);
          }
        }
        expect(outside).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing of before a clear, even what was under way', async () => {
    const { give, shown } = createPicture();
    give('tiles', begin);
    give('tiles', still(5, 7));
    await settle();
    give('marks', { kind: 'clear', generation: 1, frame: 9 });
    expect(shown.size).toBe(0);
    give('tiles', still(8, 7));
    await settle();
    expect(shown.size).toBe(0);
    give('tiles', still(9, 7));
    await settle();
    expect(shown.size).toBe(8);
  });

  it('begins anew with each generation and ignores those before', async () => {
    const { give, shown, picture } = createPicture();
    give('tiles', begin);
    give('tiles', still(5, 7));
    await settle();
    give('marks', { ...begin, generation: 2, width: 128 } as TilePacket);
    expect(shown.size).toBe(0);
    give('tiles', begin);
    expect(picture.size()).toMatchObject({ width: 128 });
    give('tiles', still(6, 7, { column: 0, row: 0, columns: 1, rows: 1 }));
    await settle();
    expect(shown.size).toBe(0);
  });

  it('draws nothing outside of the picture, and nothing that cannot be read', async () => {
    const { give, shown, read, outside } = createPicture();
    give('tiles', begin);
    give('tiles', still(5, 7, { column: 3, row: 0, columns: 2, rows: 1 }));
    give('tiles', still(5, 7, { column: 0, row: 255, columns: 1, rows: 1 }));
    await settle();
    expect(read).toEqual([]);
    give('tiles', still(5, 255));
    await settle();
    expect(read).toHaveLength(1);
    expect(shown.size).toBe(0);
    expect(outside).toEqual([]);
  });

  it('takes stills from the line of tiles only, and marks from that of marks only', async () => {
    const { give, shown } = createPicture();
    give('marks', begin);
    give('marks', still(5, 7));
    await settle();
    expect(shown.size).toBe(0);
    give('tiles', still(5, 7));
    await settle();
    give('tiles', release(6, [0]));
    give('tiles', { kind: 'clear', generation: 1, frame: 9 });
    expect(shown.size).toBe(8);
  });

  it('gives a receipt of every byte, and none while too much waits to be read', async () => {
    const { give, receipts, held } = createPicture({ isHeld: true });
    give('tiles', begin);
    expect(receipts).toEqual([8]);
    const large = { ...still(5, 7), length: 1_200_000, bytes: new Uint8Array(16_000) };
    give('tiles', large as TilePacket);
    for (let sent = 16_000; sent < 1_200_000; sent += 16_000) {
      give('tiles', { kind: 'more', bytes: new Uint8Array(16_000) });
    }
    await settle();
    const before = receipts.length;
    give('tiles', still(6, 7));
    expect(receipts).toHaveLength(before);
    held.shift()?.();
    await settle();
    expect(receipts.length).toBeGreaterThan(before);
  });

  it('survives whatever arrives', () => {
    const { picture, give } = createPicture();
    give('tiles', begin);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom<'tiles' | 'marks'>('tiles', 'marks'),
        (bytes, line) => picture.take(line, bytes),
      ),
      { numRuns: 2_000 },
    );
  });

  it('shows nothing once closed', async () => {
    const { give, picture, canvas, read } = createPicture();
    give('tiles', begin);
    picture.close();
    picture.close();
    give('tiles', begin);
    give('tiles', still(5, 7));
    await settle();
    expect(read).toEqual([]);
    expect(picture.size()).toBeNull();
    expect(canvas.width).toBe(0);
  });
});
