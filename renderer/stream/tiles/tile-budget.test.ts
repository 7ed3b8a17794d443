import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedBytes,
  createFlight,
  type Flight,
  inFlight,
  noteReceipt,
  noteSent,
  SMALL_PACKET_BYTES,
} from './tile-budget.ts';
import { createPace, earn, spendCredit } from './tile-pace.ts';

describe('the pace of tiles', () => {
  it('keeps to its rate on the long run, however fast answers are', () => {
    const packets = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 16_384 })));
    fc.assert(
      fc.property(packets, (given) => {
        let pace = createPace(0);
        let nowMs = 0;
        let sentBytes = 0;
        for (const [afterMs, bytes] of given) {
          nowMs += afterMs;
          pace = earn(pace, 160_000, nowMs);
          if (pace.creditBytes <= 0) continue;
          pace = spendCredit(pace, bytes);
          sentBytes += bytes;
        }
        expect(sentBytes).toBeLessThanOrEqual(nowMs * 20 + 16_384);
      }),
    );
  });

  it('does not save up what was not used', () => {
    expect(earn(createPace(0), 160_000, 60_000).creditBytes).toBeLessThan(5_000);
  });
});

const fast = { estimateBps: 100_000_000, isVideoResting: false };
const slow = { estimateBps: 1_000_000, isVideoResting: false };

/** Sends full windows over a link of this rate and delay, and returns what is allowed in the end. */
function travel(
  rounds: number,
  link: { bps: number; delayMs: number },
  given: typeof fast,
): Flight {
  let flight = createFlight();
  let nowMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const bytes = Math.floor(allowedBytes(flight, given, false));
    flight = noteSent(flight, bytes, nowMs);
    nowMs += link.delayMs + (bytes * 8_000) / link.bps;
    flight = noteReceipt(flight, flight.sentBytes % 2 ** 32, nowMs, given.isVideoResting);
  }
  return flight;
}

describe('the budget of tiles', () => {
  it('keeps what is under way on a slow link to about one datagram', () => {
    const flight = travel(30, { bps: 1_000_000, delayMs: 20 }, slow);
    expect(allowedBytes(flight, slow, true)).toBeLessThanOrEqual(2 * SMALL_PACKET_BYTES);
  });

  it('refines quickly on a fast one', () => {
    const flight = travel(30, { bps: 100_000_000, delayMs: 2 }, fast);
    expect(allowedBytes(flight, fast, false)).toBeGreaterThan(40_000);
  });

  it('leaves more room to the video while something moves', () => {
    const flight = travel(30, { bps: 100_000_000, delayMs: 20 }, fast);
    expect(allowedBytes(flight, fast, true)).toBeLessThan(allowedBytes(flight, fast, false));
  });

  it('takes most of the link while the video rests', () => {
    const resting = { estimateBps: 300_000, isVideoResting: true };
    const flight = travel(60, { bps: 300_000, delayMs: 40 }, resting);
    const bytesInRoundTrip = (300_000 / 8_000) * 40;
    expect(allowedBytes(flight, resting, true)).toBeGreaterThan(bytesInRoundTrip);
    // No more than a fraction of a second of the link waits in its queues.
    expect(allowedBytes(flight, resting, true)).toBeLessThan((300_000 / 8_000) * 500);
    expect(flight.measuredBps).toBeGreaterThan(150_000);
  });

  it('believes no receipt of more than was sent, and none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.nat({ max: 2 ** 32 - 1 }))),
        (steps) => {
          let flight = createFlight();
          let nowMs = 0;
          for (const [bytes, claimed] of steps) {
            flight = noteSent(flight, bytes, nowMs);
            nowMs += 3;
            const next = noteReceipt(flight, claimed, nowMs, false);
            expect(inFlight(next)).toBeGreaterThanOrEqual(0);
            expect(next.receivedBytes).toBeGreaterThanOrEqual(flight.receivedBytes);
            flight = noteReceipt(next, claimed, nowMs, false);
            expect(flight).toEqual(next);
          }
          expect(allowedBytes(flight, fast, false)).toBeGreaterThanOrEqual(SMALL_PACKET_BYTES);
        },
      ),
    );
  });

  it('goes on counting beyond four gigabytes', () => {
    const wrapped = { ...createFlight(), sentBytes: 2 ** 32 + 500, receivedBytes: 2 ** 32 - 500 };
    expect(inFlight(noteReceipt(wrapped, 500, 10, false))).toBe(0);
  });
});
