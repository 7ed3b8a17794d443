import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Role } from '../../signaling/protocol.ts';
import { encodeFields } from './fields.ts';
import { isSameText } from './same-text.ts';
import type { PeerPair } from './seal.ts';

/** Everything both ends of one link must agree on (docs/security.md, S2). */
export type Transcript = PeerPair & {
  readonly link: number;
  /** DTLS fingerprints as the browsers enforce them (RFC 8122), `sha-256 AA:BB:…`. */
  readonly presenterFingerprint: string;
  readonly viewerFingerprint: string;
  /** The presenter's public key for this room, in hex. */
  readonly presenterKey: string;
};

/** The transcript as bytes, for signing. */
export function encodeTranscript(transcript: Transcript): Uint8Array {
  return encodeFields(
    'sightline/v1/transcript',
    transcript.roomId,
    transcript.presenterId,
    transcript.viewerId,
    transcript.link,
    transcript.presenterFingerprint,
    transcript.viewerFingerprint,
    transcript.presenterKey,
  );
}

/** What shows that its maker holds the room key and sees this transcript, in this role. In hex. */
export function createProof(roomKey: Uint8Array, transcript: Transcript, role: Role): string {
  const key = hkdf(sha256, roomKey, undefined, utf8ToBytes('sightline/v1/proof'), 32);
  return bytesToHex(hmac(sha256, key, encodeFields(role, encodeTranscript(transcript))));
}

export function isProof(
  proof: string,
  roomKey: Uint8Array,
  transcript: Transcript,
  role: Role,
): boolean {
  return isSameText(proof, createProof(roomKey, transcript, role));
}

/** Words in each list that can be compared aloud; a power of two. */
const WORD_LIST_LENGTH = 2048;
const WORD_COUNT = 4;

/**
 * Four places in a word list of 2048 that are the same at both ends exactly when the transcripts
 * are: 44 bits, for two people to compare aloud.
 */
export function comparisonWords(roomKey: Uint8Array, transcript: Transcript): readonly number[] {
  const about = encodeFields('sightline/v1/words', encodeTranscript(transcript));
  const bytes = hkdf(sha256, roomKey, undefined, about, WORD_COUNT * 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from(
    { length: WORD_COUNT },
    (_, index) => view.getUint16(index * 2) % WORD_LIST_LENGTH,
  );
}
