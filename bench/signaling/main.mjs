// Sightline's signaling service beside three others, measured by one load generator in one run.
// How to read it: bench/README.md
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCrowd } from './crowd.mjs';
import { measureRace } from './race.mjs';
import { createReport, printReport } from './report.mjs';
import { createTargets } from './targets.mjs';

const full = { rounds: 6, roundMs: 2_000, latencyRounds: 4, latencyMs: 4_000, floodMs: 6_000 };
const quick = { rounds: 3, roundMs: 700, latencyRounds: 2, latencyMs: 1_000, floodMs: 2_000 };
/** So many that no member comes near the limit on what one may send. */
const racingRooms = 1_000;
const crowd = { idleMembers: 5_000, activeRooms: 500, signalsPerSecond: 2_000, abusers: 200 };

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    service: {
      type: 'string',
      default: fileURLToPath(new URL('../../out/signaling/cli.js', import.meta.url)),
    },
  },
});
const plan = { racingRooms, ...crowd, ...(values.quick ? quick : full) };
const targets = createTargets(values.service);
const startMs = performance.now();

const race = await measureRace(targets, plan);
const crowdResults = await measureCrowd(targets, values.service, plan);
const report = createReport(race, crowdResults);
printReport(report);
console.log(`\n${Math.round((performance.now() - startMs) / 1_000)} s, Node ${process.version}.`);

if (values.json) {
  const raw = { plan, node: process.version, race, crowd: crowdResults, report };
  const withoutEverySingleOne = (/** @type {string} */ key, /** @type {unknown} */ value) =>
    key === 'delaysMs' ? undefined : value;
  writeFileSync(values.json, `${JSON.stringify(raw, withoutEverySingleOne, 2)}\n`);
  console.log(`Raw figures: ${values.json}`);
}
process.exit();
