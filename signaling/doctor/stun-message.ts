import { createHmac, randomBytes } from 'node:crypto';

/** In every message since RFC 5389. */
export const MAGIC_COOKIE = 0x2112a442;
export const HEADER_BYTES = 20;
const INTEGRITY_BYTES = 24;

/** Requests (RFC 8489 section 5, RFC 8656 section 17). */
export const methods = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  createPermission: 0x008,
} as const;
const SUCCESS = 0x100;
const ERROR = 0x110;

/** Attributes (RFC 8489 section 18.3, RFC 8656 section 18). */
export const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
} as const;

export type StunAttribute = { readonly type: number; readonly value: Buffer };

/** What a server answered to one request. */
export type StunResponse = {
  readonly isSuccess: boolean;
  /** From ERROR-CODE; 0 where there is none. */
  readonly errorCode: number;
  readonly transactionId: Buffer;
  /** The first value of an attribute type; later ones are ignored (RFC 8489 section 14). */
  find(type: number): Buffer | undefined;
};

export const createTransactionId = (): Buffer => randomBytes(12);

/**
 * Writes one request.
 * @param key for MESSAGE-INTEGRITY, which is left out without one
 */
export function encodeRequest(
  method: number,
  transactionId: Buffer,
  given: readonly StunAttribute[],
  key?: Buffer,
): Buffer {
  const body = Buffer.concat(given.map(encodeAttribute));
  const header = (length: number) => {
    const bytes = Buffer.alloc(HEADER_BYTES);
    bytes.writeUInt16BE(method, 0);
    bytes.writeUInt16BE(length, 2);
    bytes.writeUInt32BE(MAGIC_COOKIE, 4);
    transactionId.copy(bytes, 8);
    return bytes;
  };
  if (key === undefined) return Buffer.concat([header(body.length), body]);
  // The length counts the attribute that is still to come (RFC 8489 section 14.5).
  const signed = Buffer.concat([header(body.length + INTEGRITY_BYTES), body]);
  const value = createHmac('sha1', key).update(signed).digest();
  const integrity = encodeAttribute({ type: attributes.messageIntegrity, value });
  return Buffer.concat([signed, integrity]);
}

/** Reads one whole response to a request with this method; undefined for anything else. */
export function parseResponse(bytes: Buffer, method: number): StunResponse | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  if (bytes.readUInt16BE(2) !== bytes.length - HEADER_BYTES) return undefined;
  const type = bytes.readUInt16BE(0);
  if (type !== (method | SUCCESS) && type !== (method | ERROR)) return undefined;

  const found = new Map<number, Buffer>();
  for (let at = HEADER_BYTES; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 4 + length;
    if (end > bytes.length) return undefined;
    const name = bytes.readUInt16BE(at);
    if (!found.has(name)) found.set(name, bytes.subarray(at + 4, end));
    at = end + padding(length);
  }
  const error = found.get(attributes.errorCode);
  const isReadable = error !== undefined && error.length >= 4;
  return {
    isSuccess: type === (method | SUCCESS),
    errorCode: isReadable ? error.readUInt8(2) * 100 + error.readUInt8(3) : 0,
    transactionId: bytes.subarray(8, HEADER_BYTES),
    find: (name) => found.get(name),
  };
}

function encodeAttribute({ type, value }: StunAttribute): Buffer {
  const bytes = Buffer.alloc(4 + value.length + padding(value.length));
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
