// Abusive members: they enter a server properly, then send signals to each other as fast as the
// socket takes them, and come back when they are cut off. Arguments: target, port, service, count
// of sockets.
import { constants, setPriority } from 'node:os';
import { openPair, RANGES } from './pairs.mjs';
import { pause } from './statistics.mjs';
import { findTarget } from './targets.mjs';

const TICK_MS = 10;
const FRAMES_PER_TICK = 20;
const WAITING_BYTES = 64 * 1024;
const COME_BACK_MS = 250;
const LONGEST_MS = 60_000;
/** Abusers do not own many addresses: 200 sockets come from four. */
const SOCKETS_PER_ADDRESS = 50;

const [name = '', port, service = '', count] = process.argv.slice(2);
const target = findTarget(name, service);
const pairCount = Number(count) / 2;
const endMs = performance.now() + LONGEST_MS;
let numbers = RANGES.flood;

/** @param {number} place */
const addressOf = (place) => {
  if (process.platform !== 'linux') return '127.0.0.1';
  return `127.99.0.${1 + Math.floor((place * 2) / SOCKETS_PER_ADDRESS)}`;
};

/** @param {number} place */
async function abuse(place) {
  while (performance.now() < endMs) {
    numbers += 1;
    try {
      const pair = await openPair(target, Number(port), numbers, () => addressOf(place));
      await flood(pair);
    } catch {
      // Turned away or cut off; the next try comes.
    }
    await pause(COME_BACK_MS);
  }
}

/** @param {import('./targets/target.mjs').Pair} pair */
async function flood({ a, b, toA, toB }) {
  while (a.isOpen && b.isOpen && performance.now() < endMs) {
    for (let turn = 0; turn < FRAMES_PER_TICK; turn += 1) {
      if (a.waitingBytes < WAITING_BYTES) a.send(toB);
      if (b.waitingBytes < WAITING_BYTES) b.send(toA);
    }
    await pause(TICK_MS);
  }
  a.end();
  b.end();
}

// Abusers bring computers of their own: they must not take this one's time from the others.
setPriority(constants.priority.PRIORITY_LOW);
for (let place = 0; place < pairCount; place += 1) void abuse(place);
process.on('disconnect', () => process.exit());
process.send?.('ready');
