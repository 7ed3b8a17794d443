import type { StillHead, TilePacket } from './tile-packet.ts';

/** A still whose bytes are all there. */
export type WholeStill = StillHead & { readonly bytes: Uint8Array<ArrayBuffer> };

/** Puts a still together from its packets; a new one takes the place of one that is not whole. */
export type StillAssembly = {
  /** The still that is whole with this packet. */
  take(packet: Extract<TilePacket, { kind: 'still' | 'more' }>): WholeStill | undefined;
  /** What is not whole never will be. */
  drop(): void;
};

export function createStillAssembly(): StillAssembly {
  let head: StillHead | undefined;
  let parts: Uint8Array[] = [];
  let length = 0;
  const drop = () => {
    head = undefined;
    parts = [];
    length = 0;
  };
  return {
    take(packet) {
      if (packet.kind === 'still') {
        drop();
        head = packet;
      }
      if (!head) return undefined;
      parts.push(packet.bytes);
      length += packet.bytes.length;
      if (length < head.length) return undefined;
      const bytes = new Uint8Array(head.length);
      if (length === head.length) {
        let at = 0;
        for (const part of parts) {
          bytes.set(part, at);
          at += part.length;
        }
      }
      const { generation, frame, codec, patch } = head;
      const isWhole = length === head.length;
      drop();
      return isWhole ? { generation, frame, codec, patch, length: bytes.length, bytes } : undefined;
    },
    drop,
  };
}
