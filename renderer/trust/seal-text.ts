import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url, toBase64Url } from './base64.ts';

const NONCE_BYTES = 24;

export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

/**
 * Seals a text with XChaCha20-Poly1305 under a random nonce.
 * @param format stands in front, so that an unsealed text can never pass for a sealed one
 * @param associated what it is sealed for; opens only with the same
 */
export function sealText(
  format: string,
  key: Uint8Array,
  text: string,
  associated: Uint8Array,
  fillRandom: FillRandom,
): string {
  const nonce = new Uint8Array(NONCE_BYTES);
  fillRandom(nonce);
  const ciphertext = xchacha20poly1305(key, nonce, associated).encrypt(utf8ToBytes(text));
  return `${format}.${toBase64Url(concatBytes(nonce, ciphertext))}`;
}

/** `undefined` for anything that was not sealed in this format, under this key, for this. */
export function openText(
  format: string,
  key: Uint8Array,
  sealed: string,
  associated: Uint8Array,
): string | undefined {
  if (!sealed.startsWith(`${format}.`)) return undefined;
  const bytes = fromBase64Url(sealed.slice(format.length + 1));
  if (!bytes || bytes.length <= NONCE_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const text = xchacha20poly1305(key, nonce, associated).decrypt(bytes.subarray(NONCE_BYTES));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}
