import type { ContentReading } from '../director/content-meter.ts';
import type { Patch, PictureSize } from '../tiles/tile-grid.ts';
import type { Still } from './still-match.ts';
import type { Cut, TapEvent, TapRequest } from './tap-messages.ts';

export type FrameTapListeners = {
  /** The first frame, or the first of another size: nothing from before counts any more. */
  onSize(frame: number, size: PictureSize): void;
  /** These tiles differ from the frame before. */
  onMoved(frame: number, tiles: readonly number[]): void;
  /** Twice a second. */
  onReading(reading: ContentReading): void;
  /** The track has ended, or its frames cannot be read; nothing follows. */
  onEnded(): void;
};

/** Reads the frames of a captured track beside what sends them. */
export type FrameTap = {
  /** The pixels of a patch; `null` when it is not part of the picture any more. */
  cut(patch: Patch): Promise<Cut | null>;
  /** Where the still shows what the newest frame shows; its pixels are cut there from now on. */
  match(still: Still): Promise<readonly number[]>;
  /** Nothing is read after this, and no listener called. */
  close(): void;
};

/**
 * @param firstFrame number of the first frame; the following ones count up from it
 * @returns `null` where frames cannot be read at all
 */
export type OpenFrameTap = (
  track: MediaStreamTrack,
  firstFrame: number,
  listeners: FrameTapListeners,
) => FrameTap | null;

/** Whether this browser hands out the frames of a track at all. */
export const isFrameTapPossible = (): boolean => typeof MediaStreamTrackProcessor !== 'undefined';

/** Taps a track with a worker of its own (W3C MediaCapture Transform; Chromium only). */
export const openFrameTap: OpenFrameTap = (track, firstFrame, listeners) => {
  if (!isFrameTapPossible() || track.readyState !== 'live') return null;
  const copy = track.clone();
  const { readable } = new MediaStreamTrackProcessor({ track: copy, maxBufferSize: 1 });
  const worker = new Worker(new URL('./tap-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: TapRequest, transfer: Transferable[] = []) =>
    worker.postMessage(request, transfer);
  const cuts = new Map<number, (cut: Cut | null) => void>();
  const matches = new Map<number, (tiles: readonly number[]) => void>();
  let lastId = 0;
  let isClosed = false;

  const close = () => {
    if (isClosed) return;
    isClosed = true;
    worker.terminate();
    copy.stop();
    for (const settle of cuts.values()) settle(null);
    for (const settle of matches.values()) settle([]);
  };
  const fail = () => {
    if (isClosed) return;
    close();
    listeners.onEnded();
  };
  worker.onmessage = ({ data: event }: MessageEvent<TapEvent>) => {
    if (isClosed) return;
    if (event.type === 'size') return listeners.onSize(event.frame, event);
    if (event.type === 'moved') return listeners.onMoved(event.frame, event.tiles);
    if (event.type === 'reading') return listeners.onReading(event.reading);
    if (event.type === 'ended') return fail();
    if (event.type === 'cut') cuts.get(event.id)?.(event.cut);
    else matches.get(event.id)?.(event.tiles);
    cuts.delete(event.id);
    matches.delete(event.id);
  };
  worker.onerror = fail;
  ask({ type: 'open', readable, frame: firstFrame }, [readable]);

  return {
    cut: (patch) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(null);
        lastId += 1;
        cuts.set(lastId, resolve);
        ask({ type: 'cut', id: lastId, patch });
      }),
    match: (still) =>
      new Promise((resolve) => {
        if (isClosed) return resolve([]);
        lastId += 1;
        matches.set(lastId, resolve);
        ask({ type: 'match', id: lastId, still }, [still.pixels.buffer]);
      }),
    close,
  };
};
