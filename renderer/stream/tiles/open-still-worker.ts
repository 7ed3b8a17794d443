import type { WrittenStill } from './still-quality.ts';
import type { StillAnswer, StillReply, StillRequest } from './still-worker-messages.ts';
import type { StillSource, WantedQuality } from './still-writer.ts';

/** Writes and reads stills away from the page's own thread. */
export type StillWorker = {
  /** Takes the pixels away from the caller. `null`: closed, or not possible. */
  write(source: StillSource, wanted: WantedQuality): Promise<WrittenStill | null>;
  /** The pixels of a grey still; `null` when it makes no sense. */
  readGrey(
    bytes: Uint8Array<ArrayBuffer>,
    size: { readonly width: number; readonly height: number },
  ): Promise<Uint8ClampedArray<ArrayBuffer> | null>;
  close(): void;
};
export type OpenStillWorker = () => StillWorker;

export const openStillWorker: OpenStillWorker = () => {
  const worker = new Worker(new URL('./still-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: StillAnswer) => void>();
  let lastId = 0;
  let isClosed = false;
  const close = () => {
    isClosed = true;
    worker.terminate();
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  worker.onerror = close;
  worker.onmessage = ({ data: { id, answer } }: MessageEvent<StillReply>) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  const ask = (request: StillRequest, transfer: Transferable[]) =>
    new Promise<StillAnswer>((resolve) => {
      if (isClosed) return resolve(null);
      lastId += 1;
      waiting.set(lastId, resolve);
      worker.postMessage({ id: lastId, request }, transfer);
    });
  return {
    async write(source, wanted) {
      const answer = await ask({ type: 'write', source, wanted }, [source.rgba.buffer]);
      return answer && 'codec' in answer ? answer : null;
    },
    async readGrey(bytes, size) {
      const answer = await ask({ type: 'read-grey', bytes, ...size }, []);
      return answer instanceof Uint8ClampedArray ? answer : null;
    },
    close,
  };
};
