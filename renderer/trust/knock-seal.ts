import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { encodeFields } from './fields.ts';
import { type FillRandom, openText, sealText } from './seal-text.ts';

/** The text below is also what the main process and the other app check for. */
const FORMAT = 'knock1';
const KEY_DIGITS = 64;

/** A key pair made for one knock and forgotten after it (docs/security.md, S7). */
export type KnockKey = { readonly secretKey: Uint8Array; readonly publicKey: string };

export function createKnockKey(fillRandom: FillRandom): KnockKey {
  const secretKey = new Uint8Array(32);
  fillRandom(secretKey);
  return { secretKey, publicKey: bytesToHex(x25519.getPublicKey(secretKey)) };
}

/**
 * Seals a text to whoever holds the secret half of a knock's key, for one share.
 * @returns `undefined` for a key with which every secret would be the same (RFC 7748, section 6.1)
 */
export function sealToKnock(
  text: string,
  knock: { readonly shareId: string; readonly publicKey: string },
  fillRandom: FillRandom,
): string | undefined {
  const own = createKnockKey(fillRandom);
  const { key, about } = derive(own.secretKey, knock.publicKey, [
    knock.shareId,
    knock.publicKey,
    own.publicKey,
  ]);
  if (!key) return undefined;
  // The own key goes inside the sealed text's place, so that there is one opaque text to pass on.
  const sealed = sealText(FORMAT, key, text, about, fillRandom);
  return `${FORMAT}.${own.publicKey}${sealed.slice(FORMAT.length + 1)}`;
}

/** Opens what was sealed to a knock's key; `undefined` for anything else. */
export function openForKnock(
  sealed: string,
  knock: { readonly shareId: string } & KnockKey,
): string | undefined {
  const start = FORMAT.length + 1;
  const theirs = sealed.slice(start, start + KEY_DIGITS);
  if (!/^[0-9a-f]{64}$/.test(theirs)) return undefined;
  const { key, about } = derive(knock.secretKey, theirs, [knock.shareId, knock.publicKey, theirs]);
  if (!key) return undefined;
  const rest = `${sealed.slice(0, start)}${sealed.slice(start + KEY_DIGITS)}`;
  return openText(FORMAT, key, rest, about);
}

function derive(secretKey: Uint8Array, publicKey: string, fields: readonly string[]) {
  const about = encodeFields('knock', ...fields);
  const info = concatBytes(utf8ToBytes('sightline/v1/knock'), about);
  try {
    const shared = x25519.getSharedSecret(secretKey, hexToBytes(publicKey));
    return { key: hkdf(sha256, shared, undefined, info, 32), about };
  } catch {
    return { key: undefined, about };
  }
}
