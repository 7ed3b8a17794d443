import { describe, expect, it } from 'vitest';
import { createLinkBeginnings } from './link-beginnings.ts';

describe('what links begin with', () => {
  it('is much next door, and little elsewhere', () => {
    const beginnings = createLinkBeginnings(() => 'sharp-text');
    const local = beginnings.next(true);
    expect(local).toMatchObject({ profile: 'sharp-text', isLocal: true, lastEstimateBps: null });
    expect(beginnings.next(false).startBps).toBeLessThan(local.startBps / 10);
  });

  it('is built anew once when a local way is slow, and remembered', () => {
    const beginnings = createLinkBeginnings(() => 'sharp-text');
    expect(beginnings.noteArrival(50_000_000)).toBe(false);
    expect(beginnings.noteArrival(1_000_000)).toBe(true);
    expect(beginnings.noteArrival(1_000_000), 'that one is built already').toBe(false);
    expect(beginnings.next(true).startBps).toBe(600_000);
    expect(beginnings.next(false).startBps).toBe(600_000);
  });

  it('is what an earlier link carried, whatever was measured before it', () => {
    const beginnings = createLinkBeginnings(() => 'smooth-motion');
    beginnings.noteArrival(1_000_000);
    beginnings.noteEstimate(10_000_000);
    expect(beginnings.next(false)).toMatchObject({
      startBps: 8_000_000,
      lastEstimateBps: 10_000_000,
    });
  });
});
