import type { OpenStillWorker, StillWorker } from './open-still-worker.ts';
import type { WholeStill } from './still-assembly.ts';
import type { PixelRect } from './tile-grid.ts';
import { webpSizeOf } from './webp.ts';

/** Pixels that can be painted: `paint` puts a part of them where it belongs in the picture. */
export type ReadableStill = {
  paint(context: CanvasRenderingContext2D, part: PixelRect): void;
  close(): void;
};

/** Makes pixels of stills; `undefined` for one that is not what it says. */
export type StillReader = {
  read(still: WholeStill, rect: PixelRect): Promise<ReadableStill | undefined>;
  close(): void;
};

/** Reads stills with what the browser has, greys with a worker of its own. */
export function createStillReader(openStillWorker: OpenStillWorker): StillReader {
  let worker: StillWorker | undefined;
  const readers: Record<
    WholeStill['codec'],
    (bytes: Uint8Array<ArrayBuffer>, rect: PixelRect) => Promise<ReadableStill | undefined>
  > = {
    async solid(bytes) {
      const [red, green, blue] = bytes;
      if (bytes.length !== 3) return undefined;
      return {
        paint(context, { x, y, width, height }) {
          context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
          context.fillRect(x, y, width, height);
        },
        close: () => {},
      };
    },
    async webp(bytes, rect) {
      const size = webpSizeOf(bytes);
      if (size?.width !== rect.width || size.height !== rect.height) return undefined;
      const blob = new Blob([bytes], { type: 'image/webp' });
      const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
      return {
        paint(context, { x, y, width, height }) {
          const [fromX, fromY] = [x - rect.x, y - rect.y];
          context.drawImage(bitmap, fromX, fromY, width, height, x, y, width, height);
        },
        close: () => bitmap.close(),
      };
    },
    async grey(bytes, rect) {
      worker ??= openStillWorker();
      const rgba = await worker.readGrey(bytes, rect);
      if (!rgba) return undefined;
      const image = new ImageData(rgba, rect.width, rect.height);
      return {
        paint(context, part) {
          const [fromX, fromY] = [part.x - rect.x, part.y - rect.y];
          context.putImageData(image, rect.x, rect.y, fromX, fromY, part.width, part.height);
        },
        close: () => {},
      };
    },
  };
  return {
    read: (still, rect) => readers[still.codec](still.bytes, rect).catch(() => undefined),
    close: () => worker?.close(),
  };
}
