import { describe, expect, it } from 'vitest';
import { continueTimeline } from './rtp-timeline.ts';

const FULL_CIRCLE = 2 ** 32;

describe('the timeline of a receiver', () => {
  it('leaves the first encoder’s timestamps as they are', () => {
    const first = continueTimeline(undefined, { source: 1, rtpTimestamp: 500 }, 0);
    const next = continueTimeline(first, { source: 1, rtpTimestamp: 3_500 }, 40);
    expect([first.lastTimestamp, next.lastTimestamp]).toEqual([500, 3_500]);
  });

  it('goes on as late as it is by the clock when another encoder takes over', () => {
    const first = continueTimeline(undefined, { source: 1, rtpTimestamp: 900_000 }, 1_000);
    const other = continueTimeline(first, { source: 2, rtpTimestamp: 17 }, 1_100);
    expect(other.lastTimestamp).toBe(900_000 + 9_000);
    const next = continueTimeline(other, { source: 2, rtpTimestamp: 17 + 3_000 }, 1_180);
    expect(next.lastTimestamp, 'the distances are the encoder’s own').toBe(900_000 + 12_000);
    const back = continueTimeline(next, { source: 1, rtpTimestamp: 950_000 }, 1_190);
    expect(back.lastTimestamp).toBe(900_000 + 12_900);
  });

  it('never stands still, and passes the end of the numbers', () => {
    const last = { source: 1, rtpTimestamp: FULL_CIRCLE - 1 };
    const first = continueTimeline(undefined, last, 10);
    const other = continueTimeline(first, { source: 2, rtpTimestamp: 4_000_000_000 }, 10);
    expect(other.lastTimestamp).toBe(89);
  });
});
