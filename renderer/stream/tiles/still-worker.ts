import { decodeGrey } from './grey-codec.ts';
import { rgbaOfGrey } from './grey-shades.ts';
import type { StillAnswer, StillCall, StillReply, StillRequest } from './still-worker-messages.ts';
import { type WriteWebp, writeStill } from './still-writer.ts';
import { bareWebp } from './webp.ts';

const scope = self as unknown as {
  postMessage(reply: StillReply, transfer: readonly Transferable[]): void;
  onmessage: ((event: MessageEvent<StillCall>) => void) | null;
};
let canvas: OffscreenCanvas | undefined;

const writeWebp: WriteWebp = async ({ width, height, rgba }, quality) => {
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // Kept where the processor reads it: it is read back each time.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.putImageData(new ImageData(rgba, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return bareWebp(new Uint8Array(await blob.arrayBuffer()));
};

async function answer(request: StillRequest): Promise<StillAnswer> {
  if (request.type === 'write') return writeStill(request.source, request.wanted, writeWebp);
  const grey = decodeGrey(request.bytes, request.width, request.height);
  return grey ? rgbaOfGrey(grey) : null;
}

const buffersOf = (given: StillAnswer): ArrayBuffer[] => {
  if (given === null) return [];
  return [given instanceof Uint8ClampedArray ? given.buffer : given.bytes.buffer];
};

/** One after the other: they share the canvas. */
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({ data: { id, request } }) => {
  last = last.then(async () => {
    const given = await answer(request).catch(() => null);
    scope.postMessage({ id, answer: given }, buffersOf(given));
  });
};
