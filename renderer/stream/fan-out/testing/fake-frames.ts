import type { EncodedFrame } from '../worker-messages.ts';

/** A frame that tells who encoded it. */
export type FakeFrame = EncodedFrame & {
  readonly encoder: number;
  readonly rtpTimestamp: number;
  readonly width: number;
};

export function fakeFrame(
  encoder: number,
  type: 'key' | 'delta',
  { width = 1_920, rtpTimestamp = encoder * 1_000_000 } = {},
): FakeFrame {
  return {
    ...{ encoder, type, width, rtpTimestamp },
    data: new ArrayBuffer(type === 'key' ? 200 : 20),
    getMetadata: () => ({ width, rtpTimestamp }),
  };
}

/** What a browser makes of a frame that is sent once more. */
export const copyOf = (frame: FakeFrame, rtpTimestamp: number): FakeFrame =>
  fakeFrame(frame.encoder, frame.type === 'key' ? 'key' : 'delta', {
    width: frame.width,
    rtpTimestamp,
  });
