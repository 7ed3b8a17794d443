import { LIMITS } from './protocol.ts';

/** A signal as the app writes it: these keys in this order, without blanks. */
const HEAD = /^\{"type":"signal","peerId":"([0-9a-f]{32})","sequence":[1-9]\d{0,14},"payload":"/;
const HEAD_BYTES = 128;
const PEER_ID_AT = '{"type":"signal","peerId":"'.length;
const QUOTE = 0x22;
const CLOSING_BRACE = 0x7d;

/** Bytes that end or escape a JSON string, or may not be in one. */
const isSpecial = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === 0x5c ? 1 : 0,
);

/**
 * Finds out to whom a frame goes without unpacking it, if it is a signal as the app writes it.
 * `undefined` says nothing about other frames: `parseClientFrame` reads all of them, and finds the
 * same in these. Unpacking and packing again would cost more than everything else a signal needs.
 * @param frame valid UTF-8, as the WebSocket library hands it over
 */
export function readSignalFrame(frame: Buffer): string | undefined {
  const head = HEAD.exec(frame.toString('latin1', 0, HEAD_BYTES));
  if (head === null) return undefined;
  const start = head[0].length;
  const end = frame.length - 2;
  // Never fewer bytes than UTF-16 units, which is what the limit counts.
  if (end <= start || end - start > LIMITS.payloadLength) return undefined;
  if (frame[end] !== QUOTE || frame[end + 1] !== CLOSING_BRACE) return undefined;
  let found = 0;
  for (let at = start; at < end; at += 1) found |= isSpecial[frame[at] as number] as number;
  return found === 0 ? head[1] : undefined;
}

/** Puts the sender's peer id in the place of the receiver's, in the frame itself. */
export function readdress(frame: Buffer, senderId: string): void {
  frame.write(senderId, PEER_ID_AT, 'latin1');
}
