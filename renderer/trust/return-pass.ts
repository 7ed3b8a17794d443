import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { encodeFields } from './fields.ts';
import { isSameText } from './same-text.ts';

/** A viewer under a new peer id that claims to be one who was let in before (docs/security.md, S5). */
export type ReturnClaim = { readonly peerId: string; readonly proof: string };

/** 128 random bits in hex, told to one viewer over its proved link and to nobody else. */
export function createReturnPass(fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  return bytesToHex(bytes);
}

/**
 * Shows that its maker holds the pass, without showing the pass.
 * @param newPeerId the id the claim is good for
 */
export function claimReturn(
  pass: string,
  { roomId, peerId, newPeerId }: { roomId: string; peerId: string; newPeerId: string },
): ReturnClaim {
  const statement = encodeFields('sightline/v1/return', roomId, peerId, newPeerId);
  return { peerId, proof: bytesToHex(hmac(sha256, hexToBytes(pass), statement)) };
}

export function isReturnClaim(
  claim: ReturnClaim,
  pass: string,
  { roomId, newPeerId }: { roomId: string; newPeerId: string },
): boolean {
  const expected = claimReturn(pass, { roomId, peerId: claim.peerId, newPeerId });
  return isSameText(claim.proof, expected.proof);
}
