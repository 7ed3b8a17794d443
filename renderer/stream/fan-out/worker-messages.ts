/** What the page tells the worker about one sender; `id` is the sender's name there. */
export type ToWorker =
  | {
      readonly type: 'join';
      readonly id: number;
      readonly readable: ReadableStream<EncodedFrame>;
      readonly writable: WritableStream<EncodedFrame>;
    }
  /** From its next key frame on, the pictures of `source` are what sender `id` sends. */
  | { readonly type: 'route'; readonly id: number; readonly source: number }
  /** Answered by `muted`; a sender that is muted sends nothing, whoever encodes it. */
  | { readonly type: 'mute'; readonly id: number; readonly isMuted: boolean }
  | { readonly type: 'leave'; readonly id: number };

export type FromWorker =
  | { readonly type: 'ready' }
  /** Sender `id` now sends what `source` encodes. */
  | { readonly type: 'switched'; readonly id: number; readonly source: number }
  /** The viewer of a sender that sends what another one encodes asks for a key frame. */
  | { readonly type: 'key-frame-wanted'; readonly id: number }
  /** The browser does not let sender `id` send what another one encodes. */
  | { readonly type: 'refused'; readonly id: number }
  /** How much one key frame of a sender is. */
  | { readonly type: 'key-frame'; readonly id: number; readonly bytes: number }
  | { readonly type: 'muted'; readonly id: number; readonly isMuted: boolean };

/** A frame between an encoder and the network (WebRTC Encoded Transform section 5). */
export type EncodedFrame = {
  readonly type: 'key' | 'delta' | 'empty';
  readonly data: ArrayBuffer;
  getMetadata(): EncodedFrameMetadata;
};

export type EncodedFrameMetadata = {
  readonly width?: number;
  readonly rtpTimestamp?: number;
};
