import type { EncodedFrame, FromWorker, ToWorker } from './worker-messages.ts';

/** The worker that all encoded frames go through, as the page sees it. */
export type FanOutWorker = {
  post(message: ToWorker, transfer?: Transferable[]): void;
  close(): void;
};

type EncodedStreams = {
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
};

/** In a connection's configuration: frames flow only once the streams of its senders are taken. */
export const ENCODED_STREAMS = { encodedInsertableStreams: true } as const;

/** Whether this browser lets frames of one sender be sent by another one. */
export const canShareEncoding = (): boolean =>
  typeof Worker === 'function' &&
  typeof RTCRtpSender === 'function' &&
  'createEncodedStreams' in RTCRtpSender.prototype;

/** Takes the way between a sender's encoder and the network; possible once. */
export const takeStreams = (sender: RTCRtpSender): EncodedStreams =>
  (sender as RTCRtpSender & { createEncodedStreams(): EncodedStreams }).createEncodedStreams();

/** Starts the worker; `onError` when it cannot be loaded or fails. */
export function openFanOutWorker(
  onMessage: (message: FromWorker) => void,
  onError: () => void,
): FanOutWorker {
  const worker = new Worker(new URL('./fan-out-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data));
  worker.addEventListener('error', onError);
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    close: () => worker.terminate(),
  };
}
