import { startCompanion } from './companion.mjs';
import { startHeartbeat } from './heartbeat.mjs';
import { measureLatency } from './latency.mjs';
import { endPairs, openPairs, RANGES } from './pairs.mjs';
import { startServer } from './server-process.mjs';
import { pause } from './statistics.mjs';

const SETTLE_MS = 1_000;
/** A server may need a moment to see who floods it. */
const ONSET_MS = 2_000;

/**
 * @typedef {import('./latency.mjs').Latency} Latency
 * @typedef {{
 *   bytesPerIdleMember: number,
 *   heapPerIdleMember: number,
 *   calm: Latency[],
 *   onset: Latency,
 *   flooded: Latency,
 *   survived: boolean,
 * }} CrowdResult
 *
 * @typedef {{
 *   idleMembers: number,
 *   activeRooms: number,
 *   signalsPerSecond: number,
 *   abusers: number,
 *   latencyRounds: number,
 *   latencyMs: number,
 *   floodMs: number,
 * }} CrowdPlan
 */

/**
 * What many idle members cost, how fast signals pass between them, and whether that stays so while
 * others flood the server. New servers, all there at the same time; signals take turns.
 * @param {import('./targets/target.mjs').Target[]} targets
 * @param {string} service
 * @param {CrowdPlan} plan
 * @returns {Promise<Record<string, CrowdResult>>}
 */
export async function measureCrowd(targets, service, plan) {
  const crowds = [];
  for (const target of targets) {
    crowds.push(await gatherCrowd(target, service, plan));
    console.error(`idle members: ${target.name}`);
  }
  const pace = { durationMs: plan.latencyMs, perSecond: plan.signalsPerSecond };
  for (let round = 0; round < plan.latencyRounds; round += 1) {
    for (let turn = 0; turn < crowds.length; turn += 1) {
      const crowd = crowds[(turn + round) % crowds.length];
      crowd?.calm.push(await measureLatency(crowd.pairs, pace));
    }
    console.error(`latency: round ${round + 1} of ${plan.latencyRounds}`);
  }
  /** @type {Record<string, CrowdResult>} */
  const results = {};
  for (const crowd of crowds) {
    const { server, pairs, idle, calm, bytesPerIdleMember, heapPerIdleMember } = crowd;
    const { name } = server.target;
    const args = [name, String(server.port), service, String(plan.abusers)];
    const flooder = await startCompanion('flooder.mjs', args);
    const onset = await measureLatency(pairs, { ...pace, durationMs: ONSET_MS });
    const flooded = await measureLatency(pairs, { ...pace, durationMs: plan.floodMs });
    await flooder.end();
    const survived = server.isRunning;
    results[name] = { bytesPerIdleMember, heapPerIdleMember, calm, onset, flooded, survived };
    crowd.stopHeartbeat();
    endPairs(pairs);
    await idle.end();
    await server.stop();
    console.error(`flood: ${name}`);
  }
  return results;
}

/**
 * A new server with active pairs and idle members, and what the latter took.
 * @param {import('./targets/target.mjs').Target} target
 * @param {string} service
 * @param {CrowdPlan} plan
 */
async function gatherCrowd(target, service, { idleMembers, activeRooms }) {
  const server = await startServer(target);
  const range = { first: RANGES.active, count: activeRooms };
  // First, so that everything a first member makes the server load is there already.
  const pairs = await openPairs(target, server.port, range);
  const stopHeartbeat = startHeartbeat(target, pairs);
  await pause(SETTLE_MS);
  const before = await server.ask('memory');
  const args = [target.name, String(server.port), service, String(idleMembers / 2)];
  const idle = await startCompanion('idle-holder.mjs', args);
  await pause(SETTLE_MS);
  const after = await server.ask('memory');
  /** @type {Latency[]} */
  const calm = [];
  const bytesPerIdleMember = (after.rss - before.rss) / idleMembers;
  const heapPerIdleMember = (after.heapUsed - before.heapUsed) / idleMembers;
  return { server, pairs, stopHeartbeat, idle, calm, bytesPerIdleMember, heapPerIdleMember };
}
