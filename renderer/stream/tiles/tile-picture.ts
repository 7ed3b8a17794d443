import type { LineName } from '../byte-line.ts';
import { openStillWorker } from './open-still-worker.ts';
import { createPaintedTiles, type PaintedTiles } from './painted-tiles.ts';
import { createStillAssembly, type WholeStill } from './still-assembly.ts';
import { createStillReader, type StillReader } from './still-reader.ts';
import { tilesInBitmap } from './tile-bitmap.ts';
import { isPatchInside, type PictureSize, rectOf, rectOfTile } from './tile-grid.ts';
import { encodeTilePacket, parseTilePacket, type TilePacket } from './tile-packet.ts';

/** The tiles of one link as a picture that lies over its video. */
export type TilePicture = {
  /** Transparent wherever the video is what counts. */
  readonly canvas: HTMLCanvasElement;
  /** Takes whatever the presenter has sent over one of the lines. */
  take(line: LineName, packet: Uint8Array): void;
  /** Size of the presenter's frames in pixels; `null` until tiles are sent at all. */
  size(): PictureSize | null;
  /** Calls `listener` when that size changes, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Shows nothing any more. */
  close(): void;
};
export type OpenTilePicture = (answer: (packet: Uint8Array<ArrayBuffer>) => void) => TilePicture;

/** Beyond this no receipt is given, so that a presenter waits; far beyond it stills are left out. */
const QUEUE_BYTES = 1_024 * 1_024;
const QUEUE_LIMIT_BYTES = 8 * QUEUE_BYTES;

/** @param answer sends to the presenter over the marks line */
export const openTilePicture: OpenTilePicture = (answer) =>
  createTilePicture({
    canvas: document.createElement('canvas'),
    reader: createStillReader(openStillWorker),
    answer,
  });

/** Paints what arrives, in order, and never what has changed since. */
export function createTilePicture(outlets: {
  readonly canvas: HTMLCanvasElement;
  readonly reader: StillReader;
  readonly answer: (packet: Uint8Array<ArrayBuffer>) => void;
}): TilePicture {
  const { canvas, reader, answer } = outlets;
  const context = canvas.getContext('2d');
  const assembly = createStillAssembly();
  const listeners = new Set<() => void>();
  let generation: number | undefined;
  let tiles: PaintedTiles | undefined;
  let receivedBytes = 0;
  let queuedBytes = 0;
  let isReceiptOwed = false;
  let last: Promise<void> = Promise.resolve();
  let isClosed = false;

  const clearTiles = (cleared: Iterable<number>) => {
    if (!tiles) return;
    for (const tile of cleared) {
      const { x, y, width, height } = rectOfTile(tiles.grid, tile);
      context?.clearRect(x, y, width, height);
    }
  };
  const giveReceipt = () => {
    isReceiptOwed = queuedBytes > QUEUE_BYTES;
    if (!isReceiptOwed) answer(encodeTilePacket({ kind: 'receipt', receivedBytes }));
  };
  const begin = (packet: Extract<TilePacket, { kind: 'begin' }>) => {
    // Both lines say it; whichever comes second says nothing new.
    const ahead = generation === undefined ? 1 : (packet.generation - generation) & 0xffff;
    if (ahead === 0 || ahead > 0x7fff) return;
    generation = packet.generation;
    tiles = createPaintedTiles(packet);
    assembly.drop();
    // Clears it as well.
    canvas.width = packet.width;
    canvas.height = packet.height;
    for (const listener of listeners) listener();
  };
  const paint = async (still: WholeStill) => {
    const over = tiles;
    if (!over || !isPatchInside(over.grid, still.patch)) return;
    const rect = rectOf(over.grid, still.patch);
    const readable = await reader.read(still, rect);
    if (!readable) return;
    const paintable = isClosed || tiles !== over ? [] : over.paintable(still.patch, still.frame);
    if (context && paintable.length === still.patch.columns * still.patch.rows) {
      readable.paint(context, rect);
    } else if (context) {
      for (const tile of paintable) readable.paint(context, rectOfTile(over.grid, tile));
    }
    over.painted(paintable, still.frame);
    readable.close();
  };
  const queue = (still: WholeStill) => {
    const { length } = still.bytes;
    if (still.generation !== generation || queuedBytes + length > QUEUE_LIMIT_BYTES) return;
    queuedBytes += length;
    last = last.then(async () => {
      await paint(still);
      queuedBytes -= length;
      if (isReceiptOwed && !isClosed) giveReceipt();
    });
  };
  const takeTiles = (packet: TilePacket | undefined) => {
    if (packet?.kind === 'begin') begin(packet);
    if (packet?.kind !== 'still' && packet?.kind !== 'more') return;
    const whole = assembly.take(packet);
    if (whole) queue(whole);
  };
  const takeMark = (packet: TilePacket | undefined) => {
    if (packet?.kind === 'begin') return begin(packet);
    if (packet?.kind !== 'release' && packet?.kind !== 'clear') return;
    if (!tiles || packet.generation !== generation) return;
    const { count } = tiles.grid;
    const changed =
      packet.kind === 'clear'
        ? Array.from({ length: count }, (_, tile) => tile)
        : tilesInBitmap(count, packet.bitmap);
    if (changed) clearTiles(tiles.release(changed, packet.frame));
  };

  return {
    canvas,
    take(line, bytes) {
      if (isClosed) return;
      if (line === 'marks') return takeMark(parseTilePacket(bytes));
      if (line !== 'tiles') return;
      receivedBytes = (receivedBytes + bytes.length) >>> 0;
      takeTiles(parseTilePacket(bytes));
      giveReceipt();
    },
    size: () => tiles?.grid ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      tiles = undefined;
      assembly.drop();
      reader.close();
      canvas.width = 0;
      canvas.height = 0;
      for (const listener of listeners) listener();
    },
  };
}
