import type { ChangedFramesRequest } from './changed-frames-messages.ts';

/** A captured track without the frames in which nothing has changed. */
export type ChangedFrames = {
  readonly track: MediaStreamTrack;
  /** Somebody needs the picture although nothing changes. */
  refresh(): void;
  /** Its track ends; the captured one goes on. */
  close(): void;
};

/**
 * @param onFailed its track shows nothing any more; never called once it is closed
 * @returns `null` where the frames of a track cannot be taken out of it
 */
export type OpenChangedFrames = (
  captured: MediaStreamTrack,
  onFailed: () => void,
) => ChangedFrames | null;

/**
 * Some systems capture thirty times a second whatever happens on the screen, and every frame costs
 * an encoder, and every viewer a decoder (W3C MediaCapture Transform; Chromium only).
 */
export const openChangedFrames: OpenChangedFrames = (captured, onFailed) => {
  const isPossible =
    typeof MediaStreamTrackProcessor !== 'undefined' &&
    typeof MediaStreamTrackGenerator !== 'undefined';
  if (!isPossible || captured.readyState !== 'live') return null;
  const { readable } = new MediaStreamTrackProcessor({ track: captured, maxBufferSize: 1 });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const { writable } = track;
  const worker = new Worker(new URL('./changed-frames-worker.ts', import.meta.url), {
    type: 'module',
  });
  const ask = (request: ChangedFramesRequest, transfer: Transferable[] = []) =>
    worker.postMessage(request, transfer);
  const close = () => {
    worker.terminate();
    track.stop();
  };
  worker.onerror = () => {
    close();
    onFailed();
  };
  ask({ type: 'open', readable, writable }, [readable, writable]);
  return { track, refresh: () => ask({ type: 'refresh' }), close };
};
