export type ChangedFramesRequest =
  | {
      readonly type: 'open';
      readonly readable: ReadableStream<VideoFrame>;
      readonly writable: WritableStream<VideoFrame>;
    }
  | { readonly type: 'refresh' };
