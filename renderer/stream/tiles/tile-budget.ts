import type { LinkConditions } from './link-conditions.ts';

/** What has been sent over one line of tiles, and what is known to have arrived. */
export type Flight = {
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Bytes that may be under way at once. */
  readonly windowBytes: number;
  /** The fastest answer lately; what exceeds it has been spent in queues. */
  readonly bestRoundTripMs: number | null;
  readonly isStarting: boolean;
  /** What arrived lately while the window was full, in bits per second. */
  readonly measuredBps: number | null;
  /** Ends of packets under way: bytes sent until then, and when. */
  readonly marks: readonly { readonly untilBytes: number; readonly atMs: number }[];
  readonly lastReceiptMs: number | null;
};

/** About what one datagram carries. */
export const SMALL_PACKET_BYTES = 1_150;
const MOST_WINDOW_BYTES = 512 * 1_024;
/** Delay tiles may add to the link, with video beside them and without. */
const QUEUE_MS = { active: 15, resting: 100 };
/** The part of the estimated link that tiles may use, while something moves and while nothing does. */
const SHARE = { moving: 0.15, calm: 0.7 };
/** So much may always be under way, whatever the answers say: hurried computers answer late too. */
const ALWAYS_MS = 4;
const START_WINDOW_BYTES = 4 * SMALL_PACKET_BYTES;
/** An eighth of a second of a link that is just too slow for video. */
const LEAST_RESTING_BYTES = 4 * SMALL_PACKET_BYTES;
const MOST_MARKS = 512;
/** The fastest answer is forgotten slowly, for the way may have become longer. */
const FORGET_RATIO = 1.0005;

export const createFlight = (): Flight => ({
  sentBytes: 0,
  receivedBytes: 0,
  windowBytes: START_WINDOW_BYTES,
  bestRoundTripMs: null,
  isStarting: true,
  measuredBps: null,
  marks: [],
  lastReceiptMs: null,
});

export const inFlight = ({ sentBytes, receivedBytes }: Flight): number => sentBytes - receivedBytes;

export const noteSent = (flight: Flight, bytes: number, atMs: number): Flight => {
  const sentBytes = flight.sentBytes + bytes;
  const marks = [...flight.marks, { untilBytes: sentBytes, atMs }].slice(-MOST_MARKS);
  return { ...flight, sentBytes, marks };
};

/**
 * Takes a viewer's receipt into account. More than was sent cannot have arrived, and what has
 * arrived cannot be taken back: such receipts are left out.
 * @param receivedModulo bytes received so far, modulo 2^32
 */
export function noteReceipt(
  flight: Flight,
  receivedModulo: number,
  atMs: number,
  isVideoResting: boolean,
): Flight {
  const acked = (receivedModulo - flight.receivedBytes) >>> 0;
  if (acked === 0 || acked > inFlight(flight)) return flight;
  const receivedBytes = flight.receivedBytes + acked;
  const arrived = flight.marks.filter(({ untilBytes }) => untilBytes <= receivedBytes).at(-1);
  const marks = flight.marks.filter(({ untilBytes }) => untilBytes > receivedBytes);
  const wasFull = inFlight(flight) * 2 > flight.windowBytes;
  const next = {
    ...flight,
    receivedBytes,
    marks,
    lastReceiptMs: atMs,
    measuredBps: measure(flight, acked, atMs, wasFull),
  };
  if (!arrived) return next;
  const roundTripMs = Math.max(0.1, atMs - arrived.atMs);
  const best = Math.min(roundTripMs, (flight.bestRoundTripMs ?? roundTripMs) * FORGET_RATIO);
  const target = QUEUE_MS[isVideoResting ? 'resting' : 'active'];
  const queueMs = roundTripMs - best;
  return { ...next, bestRoundTripMs: best, ...adjust(flight, acked, queueMs / target, wasFull) };
}

/**
 * Grows while queues are short and shrinks while they are long (RFC 6817), and fast while they are
 * much too long: what gets lost for want of room holds everything behind it up.
 */
function adjust(
  { windowBytes, isStarting }: Flight,
  acked: number,
  filled: number,
  wasFull: boolean,
): Pick<Flight, 'windowBytes' | 'isStarting'> {
  if (filled < 1 && !wasFull) return { windowBytes, isStarting };
  const isDoubling = isStarting && filled < 0.5;
  const room = Math.max(-1, 1 - filled) * (filled > 2 ? windowBytes / 2 : SMALL_PACKET_BYTES);
  const step = isDoubling ? acked : (room * acked) / windowBytes;
  const next = Math.min(MOST_WINDOW_BYTES, Math.max(SMALL_PACKET_BYTES, windowBytes + step));
  return { windowBytes: next, isStarting: isDoubling };
}

function measure(flight: Flight, acked: number, atMs: number, wasFull: boolean): number | null {
  const before = flight.lastReceiptMs;
  if (!wasFull || before === null || atMs <= before) return flight.measuredBps;
  const now = (acked * 8_000) / (atMs - before);
  // Over about a quarter of a second, however many receipts that is.
  const weight = Math.min(1, (atMs - before) / 250);
  return flight.measuredBps === null ? now : flight.measuredBps * (1 - weight) + now * weight;
}

/** Bytes that may be under way now. */
export function allowedBytes(
  { windowBytes, bestRoundTripMs }: Flight,
  { estimateBps, isVideoResting }: LinkConditions,
  isMoving: boolean,
): number {
  if (isVideoResting) return Math.max(windowBytes, LEAST_RESTING_BYTES);
  if (estimateBps === null) return Math.min(windowBytes, START_WINDOW_BYTES);
  const bytesPerMs = estimateBps / 8_000;
  const share = isMoving ? SHARE.moving : SHARE.calm;
  const most = bytesPerMs * share * ((bestRoundTripMs ?? 0) + QUEUE_MS.active);
  const least = Math.max(SMALL_PACKET_BYTES, bytesPerMs * ALWAYS_MS);
  return Math.max(least, Math.min(windowBytes, most));
}

/** The rate tiles can count on, in bits per second. */
export function tileRateBps(flight: Flight, conditions: LinkConditions, isMoving: boolean): number {
  const { estimateBps, isVideoResting } = conditions;
  const measured = flight.measuredBps ?? 0;
  if (isVideoResting) return Math.max(measured, Math.min(estimateBps ?? 0, 500_000), 100_000);
  const share = isMoving ? SHARE.moving : SHARE.calm;
  return Math.max(100_000, (estimateBps ?? 300_000) * share);
}
