import type { ByteLine } from '../stream/byte-line.ts';

/** A burst that fills the buffers on its way shows how fast the way really is. */
const PACKETS = 20;
const PACKET_BYTES = 1_100;
/** For the rest of a burst, once its answer is due: a slow way is known by then. */
export const BURST_WAIT_MS = 120;
/** A page that was busy just then takes a fast way for a slow one: the best of so many counts. */
export const MOST_BURSTS = 4;
export const NEXT_BURST_MS = 400;
/** Clocks of pages are too coarse for anything faster. */
const FASTEST_BPS = 50_000_000;

/** Sends packets of no meaning as fast as they go. */
export function sendBurst(line: ByteLine): void {
  for (let sent = 0; sent < PACKETS; sent += 1) line.send(new Uint8Array(PACKET_BYTES));
}

/** Measures how fast such packets arrive. */
export function createBurstMeter(now: () => number) {
  let firstAtMs: number | undefined;
  let lastAtMs = 0;
  let bytesAfterFirst = 0;
  let packets = 0;
  return {
    take(packet: Uint8Array): void {
      packets += 1;
      lastAtMs = now();
      if (firstAtMs === undefined) firstAtMs = lastAtMs;
      else bytesAfterFirst += packet.byteLength;
    },
    isWhole: () => packets === PACKETS,
    /** In bit/s; `undefined` when too little arrived to tell. */
    arrivalBps(): number | undefined {
      if (firstAtMs === undefined || bytesAfterFirst < PACKET_BYTES * 2) return undefined;
      const seconds = (lastAtMs - firstAtMs) / 1_000;
      if (seconds <= 0) return FASTEST_BPS;
      return Math.round(Math.min(FASTEST_BPS, (bytesAfterFirst * 8) / seconds));
    },
  };
}
