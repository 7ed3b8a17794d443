import { describe, expect, it } from 'vitest';
import { changedShare } from './changed-share.ts';
import { createFrameGate } from './frame-gate.ts';

const FRAME_MS = 1_000 / 30;
/** Shows frames for a while, and returns how many went through. */
function show(gate: ReturnType<typeof createFrameGate>, fromMs: number, shares: readonly number[]) {
  return shares.filter((share, index) => gate.take(share, fromMs + index * FRAME_MS)).length;
}
const still = (frames: number): number[] => Array.from({ length: frames }, () => 0);

describe('the frames of a screen that are sent', () => {
  it('are all in which something has changed, and the very first', () => {
    const gate = createFrameGate();
    expect(show(gate, 0, [1, 0.02, 0.5, 0.01, 0.02])).toBe(5);
  });

  it('are few while nothing changes, but some', () => {
    const gate = createFrameGate();
    show(gate, 0, [1]);
    const sent = show(gate, 10_000, still(300));
    expect(sent).toBeGreaterThanOrEqual(40);
    expect(sent).toBeLessThanOrEqual(51);
  });

  it('are all for a moment after a large change, and some after a small one', () => {
    const gate = createFrameGate();
    show(gate, 0, [1]);
    expect(show(gate, 10_000, [0.9, ...still(9)])).toBe(10);
    expect(show(gate, 20_000, [0.02, ...still(9)])).toBeLessThanOrEqual(4);
  });

  it('are all for a moment once somebody needs them', () => {
    const gate = createFrameGate();
    show(gate, 0, [1]);
    gate.refresh(10_000);
    expect(show(gate, 10_000, still(10))).toBe(10);
  });
});

describe('the share of a frame that differs', () => {
  const frame = (changed: readonly number[] = []) => {
    const samples = new Uint32Array(64_001);
    for (const at of changed) samples[at] = 7;
    return samples;
  };

  it('is nothing for two equal frames, and something for one sample anywhere', () => {
    expect(changedShare(frame(), frame())).toBe(0);
    for (const at of [0, 999, 31_999, 63_999, 64_000]) {
      expect(changedShare(frame(), frame([at])), `at ${at}`).toBeGreaterThan(0);
    }
  });

  it('grows with what differs', () => {
    const everywhere = Array.from({ length: 640 }, (_, index) => index * 100);
    expect(changedShare(frame(), frame(everywhere))).toBe(1);
    expect(changedShare(frame(), frame([5, 6, 7]))).toBeLessThan(0.02);
  });

  it('is everything for the first frame and for one of another size', () => {
    expect(changedShare(undefined, frame())).toBe(1);
    expect(changedShare(new Uint32Array(5), frame())).toBe(1);
  });
});
