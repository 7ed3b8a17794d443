import * as z from 'zod/mini';
import { lowerHex } from '../../signaling/protocol.ts';

/** Service type `_sightline._tcp`, as `bonjour-service` takes it. */
export const SERVICE_TYPE = 'sightline';
/** Version of what is said to each other on the local network (docs/protocol.md, "Nearby"). */
export const NEARBY_VERSION = 1;
/** How long others may remember a share they hear nothing of. */
export const RECORD_TTL_S = 60;

/** RFC 1035: bytes in one part of a name. */
const LABEL_BYTES = 63;
const MARK = / \(([0-9a-f]{6})\)$/;

/**
 * The name of one advertisement: whose share it is, and a mark, because two people of one name, or
 * one person in two networks, must not take each other's name for taken.
 * @param mark six hex digits
 */
export function instanceNameOf(name: string, mark: string): string {
  const ending = ` (${mark})`;
  // A dot would split the name.
  const flat = name.replaceAll('.', ' ').replace(/\s+/g, ' ').trim();
  return `${cutToBytes(flat, LABEL_BYTES - ending.length)}${ending}`;
}

/** The name without its mark. */
export const nameInInstance = (instance: string): string => instance.replace(MARK, '');

/** The name others find this computer's address under. */
export const hostNameOf = (computer: string): string =>
  `${cutToBytes(computer.split('.')[0] || 'sightline', LABEL_BYTES)}.local`;

/** A computer's name in words, from the name its address is found under. */
export const computerInHost = (host: string): string => host.replace(/\.local\.?$/i, '');

const foundSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(64)),
  fqdn: z.string().check(z.maxLength(512)),
  host: z.string().check(z.maxLength(256)),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  ttl: z.int().check(z.minimum(1)),
  addresses: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(64)),
  referer: z.object({ address: z.string().check(z.maxLength(64)) }),
  txt: z.object({ v: z.literal(String(NEARBY_VERSION)), id: lowerHex(32) }),
});
/** One share as one packet told of it. */
export type FoundService = z.infer<typeof foundSchema>;

/** Reads what anybody on the network may have sent; `undefined` for all that is not a share. */
export function parseFound(service: unknown): FoundService | undefined {
  const parsed = foundSchema.safeParse(service);
  return parsed.success ? parsed.data : undefined;
}

function cutToBytes(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept.trim();
}
