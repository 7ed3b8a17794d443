import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Role } from '../../signaling/protocol.ts';
import { encodeFields } from './fields.ts';
import { type FillRandom, openText, sealText } from './seal-text.ts';

const FORMAT = 'sealed1';

/** Two peers in one room; what is sealed for one pair means nothing to any other. */
export type PeerPair = {
  readonly roomId: string;
  readonly presenterId: string;
  readonly viewerId: string;
};

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
      sealText(FORMAT, sendKey, text, encodeFields(about(ownRole), sequence), fillRandom),
    open: (sealed, sequence) =>
      openText(FORMAT, receiveKey, sealed, encodeFields(about(otherRole), sequence)),
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
  return sealText(FORMAT, deriveKey(roomKey, about), greeting, about, fillRandom);
}

/** Opens a greeting; `undefined` when it was not made for this viewer by somebody with the code. */
export function openGreeting(
  roomKey: Uint8Array,
  viewer: Pick<PeerPair, 'roomId' | 'viewerId'>,
  sealed: string,
): string | undefined {
  const about = encodeFields('greeting', viewer.roomId, viewer.viewerId);
  return openText(FORMAT, deriveKey(roomKey, about), sealed, about);
}

function deriveKey(roomKey: Uint8Array, about: Uint8Array): Uint8Array {
  return hkdf(sha256, roomKey, undefined, concatBytes(utf8ToBytes('sightline/v1/seal'), about), 32);
}
