import { pause } from './statistics.mjs';
import { isForA, isForB } from './targets/target.mjs';

const WARM_UP_MS = 300;

/**
 * @typedef {{ perSecond: number, perCpuSecond: number, serverLoad: number }} Throughput
 */

/**
 * Has every pair exchange signals as fast as the server relays them: the next one leaves when the
 * one before has arrived, both ways at once. Bounded by time.
 * @param {import('./server-process.mjs').ServerProcess} server
 * @param {import('./targets/target.mjs').Pair[]} pairs
 * @param {number} durationMs
 * @returns {Promise<Throughput>}
 */
export async function measureThroughput(server, pairs, durationMs) {
  let relayed = 0;
  let isOver = false;
  for (const { a, b, toA, toB } of pairs) {
    a.onFrame = (frame) => {
      if (!isForA(frame)) return;
      relayed += 1;
      if (!isOver) b.send(toA);
    };
    b.onFrame = (frame) => {
      if (!isForB(frame)) return;
      relayed += 1;
      if (!isOver) a.send(toB);
    };
    a.send(toB);
    b.send(toA);
  }
  // A generator that sleeps between signals would have to be woken by the server, whose system call
  // then takes longer: the slower the server, the more. So it never sleeps.
  const stayAwake = () => {
    if (!isOver) setImmediate(stayAwake);
  };
  stayAwake();
  await pause(WARM_UP_MS);
  const before = await server.ask('cpu');
  const relayedBefore = relayed;
  const startMs = performance.now();
  await pause(durationMs);
  const after = await server.ask('cpu');
  const elapsedMs = performance.now() - startMs;
  const count = relayed - relayedBefore;
  isOver = true;
  // What is still on its way must not count for the next round.
  await pause(WARM_UP_MS);
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    perSecond: count / (elapsedMs / 1_000),
    perCpuSecond: count / (cpuMs / 1_000),
    serverLoad: cpuMs / elapsedMs,
  };
}
