import { createFrameRouter } from './frame-router.ts';
import type { EncodedFrame, FromWorker, ToWorker } from './worker-messages.ts';

/** TypeScript's page library does not have the constructor's second form yet. */
declare const RTCEncodedVideoFrame: new (
  original: EncodedFrame,
  options: { metadata: object },
) => EncodedFrame;

const router = createFrameRouter<EncodedFrame>({
  report: (message: FromWorker) => postMessage(message),
  copy(frame, rtpTimestamp) {
    try {
      return new RTCEncodedVideoFrame(frame, {
        metadata: { ...frame.getMetadata(), rtpTimestamp },
      });
    } catch {
      return undefined;
    }
  },
  now: () => performance.now(),
});

addEventListener('message', ({ data: message }: MessageEvent<ToWorker>) => {
  if (message.type === 'join') void join(message.id, message);
  else if (message.type === 'route') router.route(message.id, message.source);
  else if (message.type === 'mute') router.mute(message.id, message.isMuted);
  else router.leave(message.id);
});

postMessage({ type: 'ready' } satisfies FromWorker);

async function join(
  id: number,
  streams: { readable: ReadableStream<EncodedFrame>; writable: WritableStream<EncodedFrame> },
) {
  const writer = streams.writable.getWriter();
  // A sender that is closed refuses what is written; the page knows before it matters.
  router.join(id, (frame) => void writer.write(frame).catch(() => {}));
  const reader = streams.readable.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
    if (done || !value) return;
    router.take(id, value);
  }
}
