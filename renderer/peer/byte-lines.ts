import type { ByteLine, ByteLines, LineName } from '../stream/byte-line.ts';

/** Agreed on beforehand: a channel opened in-band would make simple-peer take it for its own. */
const CHANNEL_IDS: Readonly<Record<LineName, number>> = { probe: 101, marks: 102, tiles: 103 };

/** More than this is never left waiting: what is late is of no use. */
const WAITING_LIMIT_BYTES = 1_000_000;
const PACKET_LIMIT_BYTES = 64 * 1024;
const DRAINED_BELOW_BYTES = 8 * 1024;

export type LineListeners = {
  onPacket(line: LineName, packet: Uint8Array<ArrayBuffer>): void;
  /** Little or nothing waits any more. */
  onDrained(line: LineName): void;
};

/** Opens the channels for bytes on one connection; they close with it. */
export function openByteLines(connection: RTCPeerConnection, listeners: LineListeners): ByteLines {
  const open = (name: LineName): ByteLine => {
    const channel = connection.createDataChannel(name, {
      negotiated: true,
      id: CHANNEL_IDS[name],
      ordered: true,
    });
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = DRAINED_BELOW_BYTES;
    channel.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer) || data.byteLength > PACKET_LIMIT_BYTES) return;
      listeners.onPacket(name, new Uint8Array(data));
    });
    channel.addEventListener('bufferedamountlow', () => listeners.onDrained(name));
    channel.addEventListener('open', () => listeners.onDrained(name));
    return {
      send(packet) {
        if (channel.readyState !== 'open' || packet.byteLength > PACKET_LIMIT_BYTES) return false;
        if (channel.bufferedAmount + packet.byteLength > WAITING_LIMIT_BYTES) return false;
        channel.send(packet);
        return true;
      },
      waitingBytes: () => channel.bufferedAmount,
    };
  };
  return { probe: open('probe'), marks: open('marks'), tiles: open('tiles') };
}
