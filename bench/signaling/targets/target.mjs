/**
 * @typedef {import('../wire.mjs').Line} Line
 *
 * Two members who reach each other, and the frames that carry a signal each way.
 * @typedef {{ a: Line, b: Line, toA: Buffer, toB: Buffer }} Pair
 *
 * A server to be measured, in its own protocol.
 * @typedef {{
 *   name: string,
 *   program: (port: number) => { args: string[], env: Record<string, string> },
 *   openPair: (open: (path: string) => Promise<Line>, number: number) => Promise<Pair>,
 *   heartbeat: { message: object, intervalMs: number } | undefined,
 * }} Target
 */

/** About what an answer with a few candidates takes, sealed or not. */
const SIGNAL_LENGTH = 1_000;
const MARK_LENGTH = 64;
const MARK_FROM_END = 32;
const SHORTEST_SIGNAL = 900;

/** Payloads end in a mark, so that an arriving signal is told from everything else by one byte. */
export const payloadToA = `${'s'.repeat(SIGNAL_LENGTH - MARK_LENGTH)}${'A'.repeat(MARK_LENGTH)}`;
export const payloadToB = `${'s'.repeat(SIGNAL_LENGTH - MARK_LENGTH)}${'B'.repeat(MARK_LENGTH)}`;

/** @param {Buffer} frame */
export const isForA = (frame) => hasMark(frame, 0x41);
/** @param {Buffer} frame */
export const isForB = (frame) => hasMark(frame, 0x42);

/**
 * @param {Buffer} frame
 * @param {number} mark
 */
function hasMark(frame, mark) {
  return frame.length >= SHORTEST_SIGNAL && frame[frame.length - MARK_FROM_END] === mark;
}

/** @param {number} number */
export const hexId = (number) => number.toString(16).padStart(32, '0');
