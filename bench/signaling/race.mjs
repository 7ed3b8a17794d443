import { startHeartbeat } from './heartbeat.mjs';
import { endPairs, openPairs, RANGES } from './pairs.mjs';
import { startServer } from './server-process.mjs';
import { measureThroughput } from './throughput.mjs';

/** Signals a member sends at once: what trickle ICE makes a browser send, and the least there is. */
const BURSTS = { bursts: 8, singles: 1 };

/**
 * @typedef {import('./targets/target.mjs').Target} Target
 * @typedef {keyof typeof BURSTS} Load
 * @typedef {import('./throughput.mjs').Throughput} Throughput
 * @typedef {Record<Load, Record<string, Throughput[]>>} Race by name, one per round
 */

/**
 * How fast each server relays. All run all the time and take turns, so that what else the machine
 * does hits them alike.
 * @param {Target[]} targets
 * @param {{ rounds: number, roundMs: number, racingRooms: number }} plan
 * @returns {Promise<Race>}
 */
export async function measureRace(targets, { rounds, roundMs, racingRooms }) {
  const servers = [];
  for (const target of targets) servers.push(await startServer(target));
  const racers = [];
  for (const server of servers) {
    const range = { first: RANGES.active, count: racingRooms };
    const pairs = await openPairs(server.target, server.port, range);
    racers.push({ server, pairs, stopHeartbeat: startHeartbeat(server.target, pairs) });
  }
  const loads = /** @type {Load[]} */ (Object.keys(BURSTS));
  const byName = () => Object.fromEntries(targets.map(({ name }) => [name, []]));
  /** @type {Race} */
  const race = { bursts: byName(), singles: byName() };
  // One unmeasured round, for the compilers inside.
  for (let round = -1; round < rounds; round += 1) {
    for (const load of loads) {
      for (let turn = 0; turn < racers.length; turn += 1) {
        const racer = racers[(turn + round + racers.length) % racers.length];
        if (!racer) continue;
        const { server, pairs } = racer;
        const durationMs = round < 0 ? roundMs / 2 : roundMs;
        const burst = BURSTS[load];
        const throughput = await measureThroughput(server, pairs, { durationMs, burst });
        if (round >= 0) race[load][server.target.name]?.push(throughput);
      }
    }
    if (round >= 0) console.error(`relaying: round ${round + 1} of ${rounds}`);
  }
  for (const { server, pairs, stopHeartbeat } of racers) {
    stopHeartbeat();
    const lost = pairs.filter(({ a, b }) => !a.isOpen || !b.isOpen).length;
    if (lost > 0) throw new Error(`${server.target.name} closed ${lost} pairs while relaying`);
    endPairs(pairs);
    await server.stop();
  }
  return race;
}
