import type { ChangedFramesRequest } from './changed-frames-messages.ts';
import { changedShare } from './changed-share.ts';
import { createFrameGate } from './frame-gate.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ChangedFramesRequest>) => void) | null;
  reportError(error: unknown): void;
};
const gate = createFrameGate();
let before: Uint32Array<ArrayBuffer> | undefined;
let spare: Uint32Array<ArrayBuffer> | undefined;

scope.onmessage = ({ data: request }) => {
  if (request.type === 'refresh') return gate.refresh(performance.now());
  passOn(request.readable, request.writable).catch((error: unknown) => scope.reportError(error));
};

async function passOn(
  readable: ReadableStream<VideoFrame>,
  writable: WritableStream<VideoFrame>,
): Promise<void> {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  for (;;) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    try {
      const share = await compare(frame);
      // Writing closes it; a frame that is not written has to be closed, or capturing stops.
      if (gate.take(share, performance.now())) await writer.write(frame);
    } finally {
      frame.close();
    }
  }
}

async function compare(frame: VideoFrame): Promise<number> {
  const length = Math.ceil(frame.allocationSize() / 4);
  const samples = spare?.length === length ? spare : new Uint32Array(length);
  await frame.copyTo(samples);
  const share = changedShare(before, samples);
  spare = before;
  before = samples;
  return share;
}
