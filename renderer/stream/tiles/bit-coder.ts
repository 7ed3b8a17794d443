/** Writes bits so that likely ones cost next to nothing (binary arithmetic coding). */
export type BitWriter = {
  /** @param likelihood of a 1, from 1 to 4094 of 4096 */
  write(bit: 0 | 1, likelihood: number): void;
  finish(): Uint8Array<ArrayBuffer>;
};

export type BitReader = { read(likelihood: number): 0 | 1 };

export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(4_096);
  let length = 0;
  let low = 0;
  let high = 0xffff_ffff;
  const push = (byte: number) => {
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length] = byte;
    length += 1;
  };
  return {
    write(bit, likelihood) {
      const middle = split(low, high, likelihood);
      if (bit === 1) high = middle;
      else low = middle + 1;
      while ((low ^ high) >>> 24 === 0) {
        push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
      }
    },
    finish() {
      for (let shift = 24; shift >= 0; shift -= 8) push((high >>> shift) & 255);
      return bytes.slice(0, length);
    },
  };
}

/** Reads what a `BitWriter` wrote; after the end of `bytes` it reads zeroes, and never throws. */
export function createBitReader(bytes: Uint8Array): BitReader {
  let place = 0;
  let low = 0;
  let high = 0xffff_ffff;
  let seen = 0;
  const next = () => {
    const byte = bytes[place] ?? 0;
    place += 1;
    return byte;
  };
  for (let count = 0; count < 4; count += 1) seen = ((seen << 8) | next()) >>> 0;
  return {
    read(likelihood) {
      const middle = split(low, high, likelihood);
      const bit = seen <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      while ((low ^ high) >>> 24 === 0) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
        seen = ((seen << 8) | next()) >>> 0;
      }
      return bit;
    },
  };
}

function split(low: number, high: number, likelihood: number): number {
  const range = high - low;
  return (
    low +
    Math.floor(range / 4_096) * likelihood +
    Math.floor(((range & 4_095) * likelihood) / 4_096)
  );
}
