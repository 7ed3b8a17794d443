import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitmapOf, tilesInBitmap } from './tile-bitmap.ts';
import {
  encodeTilePacket,
  MAX_PACKET_BYTES,
  MAX_STILL_BYTES,
  parseTilePacket,
  type TilePacket,
} from './tile-packet.ts';

const uint16 = fc.integer({ min: 0, max: 0xffff });
const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const place = fc.integer({ min: 0, max: 255 });
const extent = fc.integer({ min: 1, max: 255 });
const someBytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

const packets: fc.Arbitrary<TilePacket> = fc.oneof(
  fc.record({
    kind: fc.constant('begin' as const),
    generation: uint16,
    width: fc.integer({ min: 1, max: 4_000 }),
    height: fc.integer({ min: 1, max: 4_000 }),
  }),
  fc.record({
    kind: fc.constant('still' as const),
    generation: uint16,
    frame: uint32,
    codec: fc.constantFrom('solid' as const, 'webp' as const, 'grey' as const),
    patch: fc.record({ column: place, row: place, columns: extent, rows: extent }),
    length: fc.integer({ min: 300, max: MAX_STILL_BYTES }),
    bytes: someBytes,
  }),
  fc.record({ kind: fc.constant('more' as const), bytes: someBytes }),
  fc.record({
    kind: fc.constant('release' as const),
    generation: uint16,
    frame: uint32,
    bitmap: fc.uint8Array({ maxLength: 300 }),
  }),
  fc.record({ kind: fc.constant('clear' as const), generation: uint16, frame: uint32 }),
  fc.record({ kind: fc.constant('receipt' as const), receivedBytes: uint32 }),
);

describe('packets of tiles', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        expect(parseTilePacket(encodeTilePacket(packet))).toEqual(packet);
      }),
    );
  });

  it('never throw, whatever arrives, and never claim more than they may', () => {
    const bytes = fc.uint8Array({ maxLength: 64 });
    const mutated = fc.tuple(packets, fc.nat(), place).map(([packet, at, value]) => {
      const written = encodeTilePacket(packet);
      written[at % written.length] = value;
      return written;
    });
    fc.assert(
      fc.property(fc.oneof(bytes, mutated), (arrived) => {
        const packet = parseTilePacket(arrived);
        if (packet?.kind === 'still') {
          expect(packet.length).toBeLessThanOrEqual(MAX_STILL_BYTES);
          expect(packet.bytes.length).toBeLessThanOrEqual(packet.length);
        }
        if (packet?.kind === 'begin') {
          expect(packet.width * packet.height).toBeLessThanOrEqual(7_680 * 4_320);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['empty', new Uint8Array()],
    ['of no kind', Uint8Array.of(9, 0, 0)],
    ['of another format', Uint8Array.of(1, 2, 0, 1, 0, 64, 0, 64)],
    ['without a width', Uint8Array.of(1, 1, 0, 1, 0, 0, 0, 64)],
    ['of a size nobody has', Uint8Array.of(1, 1, 0, 1, 255, 255, 255, 255)],
    ['a receipt with something behind it', Uint8Array.of(6, 0, 0, 0, 1, 0)],
    ['a clear with something behind it', Uint8Array.of(5, 0, 1, 0, 0, 0, 1, 0)],
    ['a continuation of nothing', Uint8Array.of(3)],
    ['too long', new Uint8Array(MAX_PACKET_BYTES + 1).fill(3)],
  ])('are left out when they are %s', (_, bytes) => {
    expect(parseTilePacket(bytes)).toBeUndefined();
  });

  it('are left out when a still has no codec, no tiles or more bytes than it says', () => {
    const still = encodeTilePacket({
      kind: 'still',
      generation: 1,
      frame: 1,
      codec: 'solid',
      patch: { column: 0, row: 0, columns: 1, rows: 1 },
      length: 3,
      bytes: Uint8Array.of(1, 2, 3),
    });
    const withByte = (at: number, value: number) => {
      const changed = still.slice();
      changed[at] = value;
      return parseTilePacket(changed);
    };
    expect(parseTilePacket(still)).toBeDefined();
    expect(withByte(7, 3)).toBeUndefined();
    expect(withByte(10, 0)).toBeUndefined();
    expect(withByte(11, 0)).toBeUndefined();
    expect(withByte(15, 2)).toBeUndefined();
    expect(withByte(12, 1)).toBeUndefined();
  });
});

describe('bitmaps of tiles', () => {
  it('hold exactly the tiles they are made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.array(fc.nat()), (count, wanted) => {
        const tiles = [...new Set(wanted.map((tile) => tile % count))].sort((a, b) => a - b);
        expect(tilesInBitmap(count, bitmapOf(count, tiles))).toEqual(tiles);
      }),
    );
  });

  it('name no tile that is not there', () => {
    expect(tilesInBitmap(9, Uint8Array.of(0, 1))).toEqual([8]);
    expect(tilesInBitmap(9, Uint8Array.of(0, 2))).toBeUndefined();
    expect(tilesInBitmap(9, Uint8Array.of(0))).toBeUndefined();
    expect(tilesInBitmap(9, Uint8Array.of(0, 0, 0))).toBeUndefined();
  });
});
