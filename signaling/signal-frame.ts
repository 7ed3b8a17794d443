import { LIMITS } from './protocol.ts';

/** A signal as the app writes it: these keys in this order, without blanks. */
const HEAD = /^\{"type":"signal","peerId":"([0-9a-f]{32})","sequence":[1-9]\d{0,14},"payload":"/;
const PEER_ID_AT = '{"type":"signal","peerId":"'.length;
const TAIL = '"}';
/** Bytes that stand for themselves in a JSON string: no quote, backslash or control character. */
const PLAIN = /^[ !#-[\]-\xff]+$/;

/**
 * Finds out to whom a frame goes without unpacking it, if it is a signal as the app writes it.
 * `undefined` says nothing about other frames: `parseClientFrame` reads all of them, and finds the
 * same in these. Unpacking and packing again would cost more than everything else a signal needs.
 * @param frame valid UTF-8, as the WebSocket library hands it over
 */
export function readSignalFrame(frame: Buffer): string | undefined {
  // One character for each byte.
  const text = frame.toString('latin1');
  const head = HEAD.exec(text);
  if (head === null || !text.endsWith(TAIL)) return undefined;
  const payload = text.slice(head[0].length, -TAIL.length);
  // Never fewer bytes than UTF-16 units, which is what the limit counts.
  if (payload.length > LIMITS.payloadLength || !PLAIN.test(payload)) return undefined;
  return head[1];
}

/** Puts the sender's peer id in the place of the receiver's, in the frame itself. */
export function readdress(frame: Buffer, senderId: string): void {
  frame.write(senderId, PEER_ID_AT, 'latin1');
}
