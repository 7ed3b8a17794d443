import { createPublicKey, verify } from 'node:crypto';
import { type ClientMessageOf, openingStatement } from './protocol.ts';

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether the sender of `open-room` holds the presenter key it names, on the socket with this nonce. */
export function isOpeningSigned(message: ClientMessageOf<'open-room'>, nonce: string): boolean {
  const { roomId, peerId, presenterKey, signature } = message;
  try {
    const key = createPublicKey({
      key: Buffer.concat([KEY_PREFIX, Buffer.from(presenterKey, 'hex')]),
      format: 'der',
      type: 'spki',
    });
    const statement = openingStatement({ roomId, peerId, nonce });
    return verify(null, statement, key, Buffer.from(signature, 'hex'));
  } catch {
    // Not every 32 bytes are a key.
    return false;
  }
}
