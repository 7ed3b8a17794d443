import { SMALL_PACKET_BYTES } from './tile-budget.ts';

/** What may be sent on the long run: a window alone does not bound it where answers are fast. */
export type Pace = { readonly creditBytes: number; readonly atMs: number };

/** What was not used within this time is lost; longer than the share's own clock. */
const KEPT_FOR_MS = 150;

export const createPace = (nowMs: number): Pace => ({ creditBytes: 0, atMs: nowMs });

/** The pace at this moment, on a link of which tiles may use this much. */
export function earn({ creditBytes, atMs }: Pace, rateBps: number, nowMs: number): Pace {
  const bytesPerMs = rateBps / 8_000;
  const most = Math.max(SMALL_PACKET_BYTES, bytesPerMs * KEPT_FOR_MS);
  return { creditBytes: Math.min(most, creditBytes + bytesPerMs * (nowMs - atMs)), atMs: nowMs };
}

/** May go below nothing, so that a packet larger than the credit is paid for afterwards. */
export const spendCredit = (pace: Pace, bytes: number): Pace => ({
  ...pace,
  creditBytes: pace.creditBytes - bytes,
});
