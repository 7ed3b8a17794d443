import { pause } from './statistics.mjs';
import { isForA, isForB } from './targets/target.mjs';

const WARM_UP_MS = 300;
/** What has not arrived by then never will. */
const LAST_ONES_MS = 3_000;

/**
 * @typedef {import('./targets/target.mjs').Line} Line
 * @typedef {{ perSecond: number, perCpuSecond: number, serverLoad: number }} Throughput
 */

/**
 * Has every pair exchange signals as fast as the server relays them: the next burst leaves when
 * the one before has arrived whole, both ways at once. Bounded by time.
 * @param {import('./server-process.mjs').ServerProcess} server
 * @param {import('./targets/target.mjs').Pair[]} pairs
 * @param {{ durationMs: number, burst: number }} load `burst` in signals
 * @returns {Promise<Throughput>}
 */
export async function measureThroughput(server, pairs, { durationMs, burst }) {
  let sent = 0;
  let relayed = 0;
  let isOver = false;
  /**
   * @param {Line} from
   * @param {Line} to
   * @param {Buffer} signal
   * @param {(frame: Buffer) => boolean} isIt
   */
  const exchange = (from, to, signal, isIt) => {
    // A browser, too, hands the network in one piece what its page has sent at nearly the same time.
    const signals = Buffer.concat(Array(burst).fill(signal));
    let missing = 0;
    const send = () => {
      missing = burst;
      sent += burst;
      from.send(signals);
    };
    to.onFrame = (frame) => {
      if (!isIt(frame)) return;
      relayed += 1;
      missing -= 1;
      if (missing === 0 && !isOver) send();
    };
    send();
  };
  for (const { a, b, toA, toB } of pairs) {
    exchange(b, a, toA, isForA);
    exchange(a, b, toB, isForB);
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
  // What is still on its way must not count for the next round, nor be in the way of others.
  for (let waitedMs = 0; waitedMs < LAST_ONES_MS && relayed < sent; waitedMs += WARM_UP_MS) {
    await pause(WARM_UP_MS);
  }
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    perSecond: count / (elapsedMs / 1_000),
    perCpuSecond: count / (cpuMs / 1_000),
    serverLoad: cpuMs / elapsedMs,
  };
}
