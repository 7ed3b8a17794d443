import { describe, expect, it } from 'vitest';
import { createFrameLatency } from './frame-latency.ts';

const TICKS_PER_MS = 90;
const captured = { rtpTimestamp: 900_000, capturedAtMs: 1_700_000_000_000 };
/** A frame captured so long after the known one and shown so long after its capture. */
const frame = (afterMs: number, latencyMs: number, offsetMs = 0) => ({
  rtpTimestamp: (captured.rtpTimestamp + afterMs * TICKS_PER_MS) >>> 0,
  shownAtMs: captured.capturedAtMs + afterMs + latencyMs - offsetMs,
});

describe('the latency of frames', () => {
  it('is the median from capture until shown', () => {
    const frames = createFrameLatency();
    for (const ms of [40, 41, 300]) frames.shown(frame(100, ms));
    expect(frames.take(captured, 0)).toBe(41);
  });

  it('counts on both clocks', () => {
    const frames = createFrameLatency();
    frames.shown(frame(0, 55, 1_699_999_000_000));
    expect(frames.take(captured, 1_699_999_000_000)).toBe(55);
  });

  it('holds for frames before the known one, and when timestamps wrap', () => {
    const frames = createFrameLatency();
    frames.shown(frame(-2_000, 30));
    expect(frames.take(captured, 0)).toBe(30);
    const late = { rtpTimestamp: 0xffff_ff00, capturedAtMs: 5_000 };
    frames.shown({ rtpTimestamp: (0xffff_ff00 + 900) % 2 ** 32, shownAtMs: 5_010 + 25 });
    expect(frames.take(late, 0)).toBe(25);
  });

  it('is unknown when nothing was shown, and counts each frame once', () => {
    const frames = createFrameLatency();
    expect(frames.take(captured, 0)).toBeNull();
    frames.shown(frame(0, 20));
    frames.drop();
    expect(frames.take(captured, 0)).toBeNull();
    frames.shown(frame(0, 20));
    frames.take(captured, 0);
    expect(frames.take(captured, 0)).toBeNull();
  });

  it.each([
    [-5, 0],
    [-500, null],
    [59_000, 59_000],
    [61_000, null],
  ])('does not believe clocks that cannot be right: %i ms', (latencyMs, told) => {
    const frames = createFrameLatency();
    frames.shown(frame(0, latencyMs));
    expect(frames.take(captured, 0)).toBe(told);
  });

  it('stays small, however many frames are told of', () => {
    const frames = createFrameLatency();
    for (let count = 0; count < 100_000; count += 1) frames.shown(frame(0, count < 240 ? 10 : 99));
    expect(frames.take(captured, 0)).toBe(10);
  });
});
