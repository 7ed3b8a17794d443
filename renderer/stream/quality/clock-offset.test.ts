import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClockOffset } from './clock-offset.ts';

describe('the offset of another clock', () => {
  it('is unknown until somebody has answered', () => {
    const clock = createClockOffset();
    clock.ask(0);
    expect(clock.offset(10)).toBeUndefined();
  });

  it('is taken half way through the round trip', () => {
    const clock = createClockOffset();
    clock.answer(clock.ask(1_000), 501_010, 1_020);
    expect(clock.offset(1_020)).toEqual({ offsetMs: 500_000, uncertaintyMs: 10 });
  });

  it('comes from the quickest answer, not from the newest', () => {
    const clock = createClockOffset();
    clock.answer(clock.ask(0), 7_001, 2);
    clock.answer(clock.ask(1_000), 8_300, 1_400);
    expect(clock.offset(1_400)?.offsetMs).toBe(7_000);
  });

  it('follows a clock that drifts: after a minute an answer no longer counts', () => {
    const clock = createClockOffset();
    clock.answer(clock.ask(0), 7_001, 2);
    clock.answer(clock.ask(70_000), 77_055, 70_010);
    expect(clock.offset(70_010)?.offsetMs).toBe(7_050);
    expect(clock.offset(200_000)).toBeUndefined();
  });

  it('ignores answers to what was not asked, and second ones', () => {
    const clock = createClockOffset();
    const id = clock.ask(0);
    clock.answer(id + 1, 1, 1);
    expect(clock.offset(1)).toBeUndefined();
    clock.answer(id, 10, 20);
    clock.answer(id, 99, 20);
    expect(clock.offset(20)?.offsetMs).toBe(0);
  });

  it('forgets old questions, however many go unanswered', () => {
    const clock = createClockOffset();
    const first = clock.ask(0);
    for (let second = 1; second < 20; second += 1) clock.ask(second * 1_000);
    clock.answer(first, 5_000, 20_000);
    expect(clock.offset(20_000)).toBeUndefined();
  });

  it('is never further off than it says, whichever way the delays fall', () => {
    const delays = fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(delays, fc.integer({ min: -1e9, max: 1e9 }), (trips, aheadMs) => {
        const clock = createClockOffset();
        let atMs = 0;
        for (const [thereMs, backMs] of trips) {
          const id = clock.ask(atMs);
          clock.answer(id, atMs + thereMs + aheadMs, atMs + thereMs + backMs);
          atMs += 1_000;
        }
        const told = clock.offset(atMs);
        const error = Math.abs((told?.offsetMs ?? Number.NaN) - aheadMs);
        expect(error).toBeLessThanOrEqual((told?.uncertaintyMs ?? 0) + 1e-6);
      }),
    );
  });
});
