import { isPictureSize, type Patch, type PictureSize } from './tile-grid.ts';

/** A packet has at most this many bytes, so that what is urgent never waits long behind one. */
export const MAX_PACKET_BYTES = 16 * 1_024;
/** A still has at most this many bytes, in however many packets. */
export const MAX_STILL_BYTES = 4 * 1_024 * 1_024;

const FORMAT = 1;
const KINDS = { begin: 1, still: 2, more: 3, release: 4, clear: 5, receipt: 6 } as const;
/** How the pixels of a still are written. */
const CODECS = ['solid', 'webp', 'grey'] as const;
export type StillCodec = (typeof CODECS)[number];

export type StillHead = {
  readonly generation: number;
  /** The captured frame whose pixels these are. */
  readonly frame: number;
  readonly codec: StillCodec;
  readonly patch: Patch;
  /** Of the whole still, in bytes. */
  readonly length: number;
};

export type TilePacket =
  /** From now on the picture has this size, and nothing of it is known. */
  | ({ readonly kind: 'begin'; readonly generation: number } & PictureSize)
  | ({ readonly kind: 'still'; readonly bytes: Uint8Array } & StillHead)
  /** The next bytes of the still that was begun last. */
  | { readonly kind: 'more'; readonly bytes: Uint8Array }
  /** These tiles have changed with this frame: what is older must not be shown. */
  | {
      readonly kind: 'release';
      readonly generation: number;
      readonly frame: number;
      readonly bitmap: Uint8Array;
    }
  /** Nothing before this frame may be shown any more. */
  | { readonly kind: 'clear'; readonly generation: number; readonly frame: number }
  /** From the viewer: bytes of the tiles line that have arrived so far, modulo 2^32. */
  | { readonly kind: 'receipt'; readonly receivedBytes: number };

const STILL_HEAD_BYTES = 16;
const MARK_HEAD_BYTES = 7;
/** What a still's first packet holds beside its bytes. */
export const STILL_OVERHEAD_BYTES = STILL_HEAD_BYTES;

/** Writes one packet; see `docs/protocol.md`, "Tiles". */
export function encodeTilePacket(packet: TilePacket): Uint8Array<ArrayBuffer> {
  switch (packet.kind) {
    case 'begin': {
      const [bytes, view] = blank(KINDS.begin, 8);
      view.setUint8(1, FORMAT);
      view.setUint16(2, packet.generation);
      view.setUint16(4, packet.width);
      view.setUint16(6, packet.height);
      return bytes;
    }
    case 'still': {
      const [bytes, view] = blank(KINDS.still, STILL_HEAD_BYTES + packet.bytes.length);
      const { column, row, columns, rows } = packet.patch;
      view.setUint16(1, packet.generation);
      view.setUint32(3, packet.frame);
      bytes.set([CODECS.indexOf(packet.codec), column, row, columns, rows], 7);
      view.setUint32(12, packet.length);
      bytes.set(packet.bytes, STILL_HEAD_BYTES);
      return bytes;
    }
    case 'more': {
      const [bytes] = blank(KINDS.more, 1 + packet.bytes.length);
      bytes.set(packet.bytes, 1);
      return bytes;
    }
    case 'release':
    case 'clear': {
      const bitmap = packet.kind === 'release' ? packet.bitmap : new Uint8Array();
      const [bytes, view] = blank(KINDS[packet.kind], MARK_HEAD_BYTES + bitmap.length);
      view.setUint16(1, packet.generation);
      view.setUint32(3, packet.frame);
      bytes.set(bitmap, MARK_HEAD_BYTES);
      return bytes;
    }
    case 'receipt': {
      const [bytes, view] = blank(KINDS.receipt, 5);
      view.setUint32(1, packet.receivedBytes >>> 0);
      return bytes;
    }
    default:
      return packet satisfies never;
  }
}

function blank(kind: number, length: number): [Uint8Array<ArrayBuffer>, DataView] {
  const bytes = new Uint8Array(length);
  bytes[0] = kind;
  return [bytes, new DataView(bytes.buffer)];
}

/** Reads one packet; `undefined` for whatever is not exactly one. */
export function parseTilePacket(bytes: Uint8Array): TilePacket | undefined {
  if (bytes.length === 0 || bytes.length > MAX_PACKET_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (bytes[0]) {
    case KINDS.begin: {
      if (bytes.length !== 8 || bytes[1] !== FORMAT) return undefined;
      const size = { width: view.getUint16(4), height: view.getUint16(6) };
      if (!isPictureSize(size)) return undefined;
      return { kind: 'begin', generation: view.getUint16(2), ...size };
    }
    case KINDS.still:
      return parseStill(bytes, view);
    case KINDS.more:
      return bytes.length > 1 ? { kind: 'more', bytes: bytes.subarray(1) } : undefined;
    case KINDS.release:
    case KINDS.clear: {
      const isClear = bytes[0] === KINDS.clear;
      if (bytes.length < MARK_HEAD_BYTES) return undefined;
      if (isClear && bytes.length > MARK_HEAD_BYTES) return undefined;
      const mark = { generation: view.getUint16(1), frame: view.getUint32(3) };
      if (isClear) return { kind: 'clear', ...mark };
      return { kind: 'release', ...mark, bitmap: bytes.subarray(MARK_HEAD_BYTES) };
    }
    case KINDS.receipt:
      if (bytes.length !== 5) return undefined;
      return { kind: 'receipt', receivedBytes: view.getUint32(1) };
    default:
      return undefined;
  }
}

function parseStill(bytes: Uint8Array, view: DataView): TilePacket | undefined {
  if (bytes.length <= STILL_HEAD_BYTES) return undefined;
  const codec = CODECS[view.getUint8(7)];
  const length = view.getUint32(12);
  const first = bytes.subarray(STILL_HEAD_BYTES);
  if (!codec || length > MAX_STILL_BYTES || first.length > length) return undefined;
  const [column = 0, row = 0, columns = 0, rows = 0] = bytes.subarray(8, 12);
  if (columns === 0 || rows === 0) return undefined;
  return {
    kind: 'still',
    generation: view.getUint16(1),
    frame: view.getUint32(3),
    codec,
    patch: { column, row, columns, rows },
    length,
    bytes: first,
  };
}
