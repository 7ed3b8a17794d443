import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RoomCode } from '../../signaling/room-code.ts';

/** What both ends derive from the code (docs/protocol.md, "Invites"). */
export type RoomKeys = {
  /** 128 bits in hex; the room's name on the server, which cannot be turned back into the code. */
  readonly roomId: string;
  /** 256 bits shared by the two people only; never sent anywhere. */
  readonly roomKey: Uint8Array;
};

// One guess at a 50-bit code costs 32 MiB and about a quarter of a second.
const SCRYPT_COST = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const;
const SALT = utf8ToBytes('sightline/v1/code');

/** Turns a code into the room's name and key. Slow on purpose; yields to the page while it works. */
export async function deriveRoomKeys(code: RoomCode): Promise<RoomKeys> {
  const master = await scryptAsync(utf8ToBytes(code), SALT, SCRYPT_COST);
  const expand = (purpose: string, byteLength: number) =>
    hkdf(sha256, master, undefined, utf8ToBytes(`sightline/v1/${purpose}`), byteLength);
  return { roomId: bytesToHex(expand('room-id', 16)), roomKey: expand('room-key', 32) };
}
