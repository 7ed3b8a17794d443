/** When one frame was captured, on the presenter's clock in milliseconds since 1970. */
export type CapturedFrame = { readonly rtpTimestamp: number; readonly capturedAtMs: number };

/** When one frame came to be seen, on the viewer's clock in milliseconds. */
export type ShownFrame = { readonly rtpTimestamp: number; readonly shownAtMs: number };

export type FrameLatency = {
  shown(frame: ShownFrame): void;
  /**
   * The median over the frames shown since the last call, from capture until shown, in ms.
   *
   * @param captured any recent frame of the same flow whose capture time is known
   * @param offsetMs how far the presenter's clock is ahead of the viewer's
   * @returns `null` when no frame was shown, or no latency comes out of it
   */
  take(captured: CapturedFrame, offsetMs: number): number | null;
  /** Forgets the frames shown since the last call. */
  drop(): void;
};

/** Of video, in RTP (RFC 6184 section 8.2.1 and its like). */
const TICKS_PER_MS = 90;
/** More frames than these within a second are not looked at. */
const MOST_FRAMES = 240;
/** Nobody watches a picture later than this: one of the clocks must be wrong. */
const LONGEST_MS = 60_000;
/** What two clocks may disagree in before a frame seems to be seen before it is captured. */
const SLACK_MS = 20;

/** Frames are told apart by their RTP timestamp, which counts at a fixed rate from capture to capture. */
export function createFrameLatency(): FrameLatency {
  let frames: ShownFrame[] = [];
  return {
    shown(frame) {
      if (frames.length < MOST_FRAMES) frames.push(frame);
    },
    take(captured, offsetMs) {
      const latencies = frames
        .map(({ rtpTimestamp, shownAtMs }) => {
          const capturedAtMs =
            captured.capturedAtMs +
            ticksBetween(captured.rtpTimestamp, rtpTimestamp) / TICKS_PER_MS;
          return shownAtMs + offsetMs - capturedAtMs;
        })
        .sort((a, b) => a - b);
      frames = [];
      const median = latencies[Math.floor(latencies.length / 2)];
      if (median === undefined || median < -SLACK_MS || median > LONGEST_MS) return null;
      return Math.max(0, median);
    },
    drop() {
      frames = [];
    },
  };
}

/** RTP timestamps wrap at 32 bits: the nearer way round is the right one. */
const ticksBetween = (from: number, to: number): number => (to - from) | 0;
