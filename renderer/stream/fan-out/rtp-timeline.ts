/** Where one sender is on its receiver's clock, in units of 1/90000 s (RFC 3550 section 5.1). */
export type Timeline = {
  readonly source: number;
  /** What is added to the source's timestamps. */
  readonly offset: number;
  readonly lastTimestamp: number;
  readonly lastAtMs: number;
};

const TICKS_PER_MS = 90;

/**
 * Encoders count from numbers of their own. A receiver drops frames that seem to come from its past,
 * so the first frame of another encoder comes as much later as it does by the clock.
 */
export function continueTimeline(
  timeline: Timeline | undefined,
  frame: { readonly source: number; readonly rtpTimestamp: number },
  nowMs: number,
): Timeline {
  const offset = timeline ? offsetOf(timeline, frame, nowMs) : 0;
  const lastTimestamp = (frame.rtpTimestamp + offset) >>> 0;
  return { source: frame.source, offset, lastTimestamp, lastAtMs: nowMs };
}

function offsetOf(
  timeline: Timeline,
  { source, rtpTimestamp }: { readonly source: number; readonly rtpTimestamp: number },
  nowMs: number,
): number {
  if (timeline.source === source) return timeline.offset;
  const elapsedMs = Math.max(1, nowMs - timeline.lastAtMs);
  return timeline.lastTimestamp + Math.round(elapsedMs * TICKS_PER_MS) - rtpTimestamp;
}
