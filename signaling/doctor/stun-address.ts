import { isIPv6 } from 'node:net';
import { MAGIC_COOKIE } from './stun-message.ts';

const IPV4 = 1;
const IPV6 = 2;

/** Writes an address as XOR-PEER-ADDRESS holds it (RFC 8489 section 14.2). */
export function encodeXorAddress(address: string, port: number, transactionId: Buffer): Buffer {
  const bytes = isIPv6(address)
    ? bytesOfIpv6(address)
    : Buffer.from(address.split('.').map(Number));
  const mask = maskOf(transactionId);
  const value = Buffer.alloc(4 + bytes.length);
  value.writeUInt8(bytes.length === 4 ? IPV4 : IPV6, 1);
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2);
  for (const [index, byte] of bytes.entries()) {
    value.writeUInt8(byte ^ mask.readUInt8(index), 4 + index);
  }
  return value;
}

/** Reads such an address as text; undefined for one that is none. */
export function decodeXorAddress(
  value: Buffer,
  transactionId: Buffer,
): { readonly address: string; readonly port: number } | undefined {
  const length = value.length - 4;
  const family = value.length > 1 ? value.readUInt8(1) : 0;
  if (!((family === IPV4 && length === 4) || (family === IPV6 && length === 16))) return undefined;
  const mask = maskOf(transactionId);
  const bytes = value.subarray(4).map((byte, index) => byte ^ mask.readUInt8(index));
  const port = value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16);
  if (family === IPV4) return { address: bytes.join('.'), port };
  const groups = Array.from({ length: 8 }, (_, index) =>
    Buffer.from(bytes)
      .readUInt16BE(index * 2)
      .toString(16),
  );
  return { address: groups.join(':'), port };
}

function maskOf(transactionId: Buffer): Buffer {
  const cookie = Buffer.alloc(4);
  cookie.writeUInt32BE(MAGIC_COOKIE);
  return Buffer.concat([cookie, transactionId]);
}

/** An address in full or with one `::`, its last 32 bits perhaps written as IPv4. */
function bytesOfIpv6(address: string): Buffer {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...parts: string[]) => {
    const [a, b, c, d] = parts.slice(0, 4).map(Number) as [number, number, number, number];
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = inHex.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...before, ...zeros, ...after].entries()) {
    bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  }
  return bytes;
}
