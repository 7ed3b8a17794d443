import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Role } from '../../signaling/protocol.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { encodeFields } from './fields.ts';

const NONCE_BYTES = 24;
/** Names the format, so that an unsealed text can never pass for a sealed one. */
const PREFIX = 'sealed1.';

/** Two peers in one room; what is sealed for one pair means nothing to any other. */
export type PeerPair = {
  readonly roomId: string;
  readonly presenterId: string;
  readonly viewerId: string;
};

type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

/** Seals what one side sends and opens what the other side sent (docs/security.md, S1). */
export type Seal = {
  seal(text: string, sequence: number): string;
  /** `undefined` for anything that was not sealed by the other side, for us, as this sequence. */
  open(sealed: string, sequence: number): string | undefined;
};

/** @param ownRole the side we are on; each direction has a key of its own */
export function createSeal(
  roomKey: Uint8Array,
  pair: PeerPair,
  ownRole: Role,
  fillRandom: FillRandom,
): Seal {
  const otherRole = ownRole === 'presenter' ? 'viewer' : 'presenter';
  const { roomId, presenterId, viewerId } = pair;
  const about = (sender: Role) => encodeFields('signal', roomId, presenterId, viewerId, sender);
  const sendKey = deriveKey(roomKey, about(ownRole));
  const receiveKey = deriveKey(roomKey, about(otherRole));
  return {
    seal: (text, sequence) =>
      sealText(sendKey, text, encodeFields(about(ownRole), sequence), fillRandom),
    open: (sealed, sequence) =>
      openText(receiveKey, sealed, encodeFields(about(otherRole), sequence)),
  };
}

/** Seals a viewer's greeting, which is sent before the viewer knows the presenter's peer id. */
export function sealGreeting(
  roomKey: Uint8Array,
  viewer: Pick<PeerPair, 'roomId' | 'viewerId'>,
  greeting: string,
  fillRandom: FillRandom,
): string {
  const about = encodeFields('greeting', viewer.roomId, viewer.viewerId);
  return sealText(deriveKey(roomKey, about), greeting, about, fillRandom);
}

/** Opens a greeting; `undefined` when it was not made for this viewer by somebody with the code. */
export function openGreeting(
  roomKey: Uint8Array,
  viewer: Pick<PeerPair, 'roomId' | 'viewerId'>,
  sealed: string,
): string | undefined {
  const about = encodeFields('greeting', viewer.roomId, viewer.viewerId);
  return openText(deriveKey(roomKey, about), sealed, about);
}

function deriveKey(roomKey: Uint8Array, about: Uint8Array): Uint8Array {
  return hkdf(sha256, roomKey, undefined, concatBytes(utf8ToBytes('sightline/v1/seal'), about), 32);
}

function sealText(
  key: Uint8Array,
  text: string,
  associated: Uint8Array,
  fillRandom: FillRandom,
): string {
  const nonce = new Uint8Array(NONCE_BYTES);
  fillRandom(nonce);
  const ciphertext = xchacha20poly1305(key, nonce, associated).encrypt(utf8ToBytes(text));
  return PREFIX + toBase64Url(concatBytes(nonce, ciphertext));
}

function openText(key: Uint8Array, sealed: string, associated: Uint8Array): string | undefined {
  if (!sealed.startsWith(PREFIX)) return undefined;
  const bytes = fromBase64Url(sealed.slice(PREFIX.length));
  if (!bytes || bytes.length <= NONCE_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const text = xchacha20poly1305(key, nonce, associated).decrypt(bytes.subarray(NONCE_BYTES));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}
