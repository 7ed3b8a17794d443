import { openLine } from './wire.mjs';

/** Pairs that are being opened at the same time. */
const AT_ONCE = 24;
const LINES_PER_ADDRESS = 16;
/** Numbers of pairs are unique among all processes: each of them has a range of its own. */
export const RANGES = { active: 0, idle: 1_000_000, flood: 2_000_000 };

/**
 * Opens many pairs, spread over many source addresses, so that limits per address do not count.
 * @param {import('./targets/target.mjs').Target} target
 * @param {number} port
 * @param {{ first: number, count: number }} range
 * @returns {Promise<import('./targets/target.mjs').Pair[]>}
 */
export async function openPairs(target, port, { first, count }) {
  /** @type {import('./targets/target.mjs').Pair[]} */
  const pairs = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const number = first + next;
      next += 1;
      pairs.push(await openPair(target, port, number));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  return pairs;
}

/**
 * @param {import('./targets/target.mjs').Target} target
 * @param {number} port
 * @param {number} number
 * @param {(number: number) => string} [addressOf]
 */
export async function openPair(target, port, number, addressOf = spreadAddress) {
  const localAddress = addressOf(number);
  const pair = await target.openPair((path) => openLine({ port, path, localAddress }), number);
  pair.a.onFrame = pair.b.onFrame = () => {};
  return pair;
}

/**
 * Linux owns all of 127.0.0.0/8; elsewhere only one address is there.
 * @param {number} number
 */
export function spreadAddress(number) {
  if (process.platform !== 'linux') return '127.0.0.1';
  const place = Math.floor((number * 2) / LINES_PER_ADDRESS);
  const range = Math.floor(number / RANGES.idle);
  return `127.${10 + range}.${Math.floor(place / 250) % 250}.${1 + (place % 250)}`;
}

/** @param {import('./targets/target.mjs').Pair[]} pairs */
export function endPairs(pairs) {
  for (const { a, b } of pairs) {
    a.onClose = b.onClose = () => {};
    a.end();
    b.end();
  }
}
