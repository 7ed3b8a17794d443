import type { Level, WrittenStill } from './still-quality.ts';
import type { Patch } from './tile-grid.ts';
import { encodeTilePacket, MAX_PACKET_BYTES, STILL_OVERHEAD_BYTES } from './tile-packet.ts';

/** A still as it goes out: what it shows, and how good it is. */
export type FinishedStill = Pick<WrittenStill, 'codec' | 'bytes'> & {
  readonly generation: number;
  readonly frame: number;
  readonly patch: Patch;
  readonly level: Level;
};

/** A still on its way, cut into packets. */
export type OutgoingStill = {
  readonly still: FinishedStill;
  readonly sentBytes: number;
};

/** The next packet of at most about `limitBytes`, and the still after it. */
export function nextPacket(
  { still, sentBytes }: OutgoingStill,
  limitBytes: number,
): { readonly packet: Uint8Array<ArrayBuffer>; readonly rest: OutgoingStill } {
  const room = Math.max(1, Math.min(limitBytes, MAX_PACKET_BYTES) - STILL_OVERHEAD_BYTES);
  const bytes = still.bytes.subarray(sentBytes, sentBytes + room);
  const rest = { still, sentBytes: sentBytes + bytes.length };
  if (sentBytes > 0) return { packet: encodeTilePacket({ kind: 'more', bytes }), rest };
  const { generation, frame, codec, patch } = still;
  const length = still.bytes.length;
  const packet = encodeTilePacket({
    kind: 'still',
    generation,
    frame,
    codec,
    patch,
    length,
    bytes,
  });
  return { packet, rest };
}

export const isSent = ({ still, sentBytes }: OutgoingStill): boolean =>
  sentBytes >= still.bytes.length;
