/** Crockford base32: no I, L, O or U, so a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters in a code; 5 bits each make 50 bits. */
export const CODE_LENGTH = 10;
const GROUP_LENGTH = 5;

declare const codeBrand: unique symbol;
/** Ten canonical characters, without the dash. A secret: no server ever sees it. */
export type RoomCode = string & { readonly [codeBrand]: true };

/**
 * Makes a code from random bytes.
 * @param fillRandom fills the given array from a cryptographic generator
 */
export function createRoomCode(fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): RoomCode {
  const bytes = new Uint8Array(CODE_LENGTH);
  fillRandom(bytes);
  // 256 is a multiple of 32, so the low five bits are uniform.
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('') as RoomCode;
}

/**
 * Reads a code as people type it: any case, with or without dash and blanks, look-alikes folded
 * (O to 0, I and L to 1). Returns `undefined` for anything else.
 */
export function parseRoomCode(text: string): RoomCode | undefined {
  const folded = text
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (folded.length !== CODE_LENGTH) return undefined;
  return [...folded].every((character) => ALPHABET.includes(character))
    ? (folded as RoomCode)
    : undefined;
}

/** The code as shown to people: `XXXXX-XXXXX`. */
export function formatRoomCode(code: RoomCode): string {
  return `${code.slice(0, GROUP_LENGTH)}-${code.slice(GROUP_LENGTH)}`;
}
