/** A data channel for bytes beside the one for messages; packets arrive whole and in order. */
export type ByteLine = {
  /** False while it is not open, for a packet that is too long, and when too much is waiting. */
  send(packet: Uint8Array<ArrayBuffer>): boolean;
  /** Bytes handed over that have not left yet. */
  waitingBytes(): number;
};

/** `tiles` for stills of the screen, `marks` for what must not wait behind those, `probe` to try the way. */
export type LineName = 'tiles' | 'marks' | 'probe';
export type ByteLines = Readonly<Record<LineName, ByteLine>>;
