import { startHeartbeat } from './heartbeat.mjs';
import { endPairs, openPairs, RANGES } from './pairs.mjs';
import { startServer } from './server-process.mjs';
import { measureThroughput } from './throughput.mjs';

/**
 * @typedef {import('./targets/target.mjs').Target} Target
 * @typedef {Record<string, import('./throughput.mjs').Throughput[]>} Race by name, one per round
 */

/**
 * How fast each server relays. All run all the time and take turns, so that what else the machine
 * does hits them alike.
 * @param {Target[]} targets
 * @param {{ rounds: number, roundMs: number, activeRooms: number }} plan
 * @returns {Promise<Race>}
 */
export async function measureRace(targets, { rounds, roundMs, activeRooms }) {
  const servers = [];
  for (const target of targets) servers.push(await startServer(target));
  const racers = [];
  for (const server of servers) {
    const range = { first: RANGES.active, count: activeRooms };
    const pairs = await openPairs(server.target, server.port, range);
    racers.push({ server, pairs, stopHeartbeat: startHeartbeat(server.target, pairs) });
  }
  /** @type {Race} */
  const race = Object.fromEntries(targets.map(({ name }) => [name, []]));
  // One unmeasured round, for the compilers inside.
  for (const { server, pairs } of racers) await measureThroughput(server, pairs, roundMs / 2);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < racers.length; turn += 1) {
      const racer = racers[(turn + round) % racers.length];
      if (!racer) continue;
      const { server, pairs } = racer;
      race[server.target.name]?.push(await measureThroughput(server, pairs, roundMs));
    }
    console.error(`relaying: round ${round + 1} of ${rounds}`);
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
