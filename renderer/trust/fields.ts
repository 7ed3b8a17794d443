import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Joins fields into bytes so that no two different lists of fields give the same bytes: each is
 * preceded by its length as four bytes, big-endian.
 */
export function encodeFields(...fields: readonly (string | number | Uint8Array)[]): Uint8Array {
  return concatBytes(
    ...fields.flatMap((field) => {
      const bytes = field instanceof Uint8Array ? field : utf8ToBytes(String(field));
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, bytes.length);
      return [length, bytes];
    }),
  );
}
