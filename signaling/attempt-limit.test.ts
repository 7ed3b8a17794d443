import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAttemptLimit } from './attempt-limit.ts';
import { createFakeTime } from './testing/fake-time.ts';

const MINUTE_MS = 60_000;
const usual = {
  perMinute: 10,
  perMinuteOverall: 1_000_000,
  maxWaitMs: 15 * MINUTE_MS,
  maxNetworks: 1_000,
};

// The limiter's own window goes by the computer's clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function start(limits: Partial<typeof usual> = {}) {
  const time = createFakeTime();
  const limit = createAttemptLimit({ ...usual, ...limits }, time.now);
  return {
    limit,
    advance(ms: number) {
      time.advance(ms);
      vi.setSystemTime(Date.now() + ms);
    },
    async miss(network: string, times = 1) {
      for (let count = 0; count < times; count += 1) {
        limit.count(network);
        await Promise.resolve();
      }
    },
  };
}

test('P53: ten misses in a minute, then a minute of waiting', async () => {
  const { advance, limit, miss } = start();
  await miss('a', 9);
  expect(limit.waitMs('a')).toBe(0);
  await miss('a');
  expect(limit.waitMs('a')).toBe(MINUTE_MS);
  expect(limit.waitMs('b')).toBe(0);
  advance(MINUTE_MS - 1);
  expect(limit.waitMs('a')).toBe(1);
  advance(1);
  expect(limit.waitMs('a')).toBe(0);
});

test('P53: misses of an earlier minute do not count', async () => {
  const { advance, limit, miss } = start();
  for (let minute = 0; minute < 5; minute += 1) {
    await miss('a', 9);
    advance(MINUTE_MS);
  }
  expect(limit.waitMs('a')).toBe(0);
});

test('P53: each time the wait is twice as long, up to 15 minutes', async () => {
  const { advance, limit, miss } = start();
  const waits: number[] = [];
  for (let offence = 0; offence < 6; offence += 1) {
    await miss('a', 10);
    waits.push(limit.waitMs('a') / MINUTE_MS);
    advance(limit.waitMs('a'));
  }
  expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
});

test('P53: after 15 quiet minutes it starts from one minute again', async () => {
  const { advance, limit, miss } = start();
  await miss('a', 10);
  advance(MINUTE_MS);
  await miss('a', 10);
  advance(2 * MINUTE_MS + 15 * MINUTE_MS);
  await miss('a', 10);
  expect(limit.waitMs('a')).toBe(MINUTE_MS);
});

test('P53: many networks together are limited too, until the minute is over', async () => {
  const { advance, limit, miss } = start({ perMinuteOverall: 50 });
  for (let network = 0; network < 49; network += 1) await miss(`${network}`);
  expect(limit.waitMs('new')).toBe(0);
  advance(20_000);
  await miss('49');
  expect(limit.waitMs('new')).toBe(40_000);
  advance(40_000);
  expect(limit.waitMs('new')).toBe(0);
});

test('P57: however many networks try, only so many are remembered', async () => {
  const keys = new Set<string>();
  const consume = vi.spyOn(RateLimiterMemory.prototype, 'consume');
  const forget = vi.spyOn(RateLimiterMemory.prototype, 'delete');
  const { limit, miss } = start({ maxNetworks: 100 });
  await miss('first', 10);
  expect(limit.waitMs('first')).toBeGreaterThan(0);
  for (let network = 0; network < 99; network += 1) await miss(`${network}`);
  expect(limit.waitMs('first')).toBeGreaterThan(0);
  for (let network = 99; network < 5_000; network += 1) await miss(`${network}`);
  expect(limit.waitMs('first')).toBe(0);
  await miss('last', 10);
  expect(limit.waitMs('last')).toBeGreaterThan(0);
  for (const [key] of consume.mock.calls) keys.add(String(key));
  for (const [key] of forget.mock.calls) keys.delete(String(key));
  // One more for all networks together.
  expect(keys.size).toBeLessThanOrEqual(101);
  vi.restoreAllMocks();
});
