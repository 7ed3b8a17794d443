import { pause, percentile } from './statistics.mjs';
import { isForA, isForB } from './targets/target.mjs';

const TICK_MS = 5;
/** A signal that takes longer than this has not arrived as far as people are concerned. */
export const PATIENCE_MS = 2_000;

/**
 * @typedef {{
 *   sent: number,
 *   delivered: number,
 *   p50Ms: number,
 *   p99Ms: number,
 *   delaysMs: number[],
 * }} Latency
 */

/**
 * Has every pair send at a steady pace, whatever the server does, and looks how long each signal
 * is under way, counted from when it should have left. Bounded by time.
 * @param {import('./targets/target.mjs').Pair[]} pairs
 * @param {{ durationMs: number, perSecond: number }} pace `perSecond` for all pairs together
 * @returns {Promise<Latency>}
 */
export async function measureLatency(pairs, { durationMs, perSecond }) {
  /** @type {number[]} */
  const delays = [];
  const queues = pairs.map(() => ({ toA: [], toB: [] }));
  pairs.forEach(({ a, b }, index) => {
    const queue = /** @type {{ toA: number[], toB: number[] }} */ (queues[index]);
    const arrive = (/** @type {number | undefined} */ dueMs) => {
      const delayMs = performance.now() - (dueMs ?? Number.NaN);
      if (delayMs <= PATIENCE_MS) delays.push(delayMs);
    };
    a.onFrame = (frame) => isForA(frame) && arrive(queue.toA.shift());
    b.onFrame = (frame) => isForB(frame) && arrive(queue.toB.shift());
  });

  const startMs = performance.now();
  const total = Math.floor((durationMs / 1_000) * perSecond);
  let sent = 0;
  const isDone = new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, ((performance.now() - startMs) / 1_000) * perSecond);
      while (sent < due) {
        const dueMs = startMs + (sent / perSecond) * 1_000;
        send(pairs, queues, sent, dueMs);
        sent += 1;
      }
      if (sent < total) return;
      clearInterval(timer);
      resolve(undefined);
    }, TICK_MS);
  });
  await isDone;
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && delays.length < sent; waitedMs += 50) {
    await pause(50);
  }
  for (const { a, b } of pairs) a.onFrame = b.onFrame = () => {};
  return {
    sent,
    delivered: delays.length,
    p50Ms: percentile(delays, 0.5),
    p99Ms: percentile(delays, 0.99),
    delaysMs: delays,
  };
}

/**
 * Sends one signal: pair after pair, first one way, then the other.
 * @param {import('./targets/target.mjs').Pair[]} pairs
 * @param {{ toA: number[], toB: number[] }[]} queues
 * @param {number} turn
 * @param {number} dueMs
 */
function send(pairs, queues, turn, dueMs) {
  const index = turn % pairs.length;
  const pair = pairs[index];
  const queue = queues[index];
  if (!pair || !queue) return;
  const isToB = Math.floor(turn / pairs.length) % 2 === 0;
  const line = isToB ? pair.a : pair.b;
  if (!line.isOpen) return;
  (isToB ? queue.toB : queue.toA).push(dueMs);
  line.send(isToB ? pair.toB : pair.toA);
}
