import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** The key pair a presenter makes for one room (Ed25519, RFC 8032). */
export type PresenterKey = {
  /** In hex. */
  readonly publicKey: string;
  /** Signature in hex. */
  sign(statement: Uint8Array): string;
};

export function createPresenterKey(
  fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void,
): PresenterKey {
  const secretKey = new Uint8Array(ed25519.lengths.secretKey ?? 32);
  fillRandom(secretKey);
  return {
    publicKey: bytesToHex(ed25519.getPublicKey(secretKey)),
    sign: (statement) => bytesToHex(ed25519.sign(statement, secretKey)),
  };
}

/** Whether the holder of a public key signed this statement; false for broken hex, never throws. */
export function isSignedBy(publicKey: string, statement: Uint8Array, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), statement, hexToBytes(publicKey));
  } catch {
    return false;
  }
}
