// Opens idle members on one server and keeps them there as their own client would: it answers
// pings and sends heartbeats, and nothing else. Arguments: target, port, service, count of pairs.
import { startHeartbeat } from './heartbeat.mjs';
import { openPairs, RANGES } from './pairs.mjs';
import { findTarget } from './targets.mjs';

const LONGEST_MS = 10 * 60_000;

const [name = '', port, service = '', count] = process.argv.slice(2);
const target = findTarget(name, service);

const range = { first: RANGES.idle, count: Number(count) };
const pairs = await openPairs(target, Number(port), range);
startHeartbeat(target, pairs);
process.on('disconnect', () => process.exit());
setTimeout(() => process.exit(), LONGEST_MS).unref();
process.send?.('ready');
