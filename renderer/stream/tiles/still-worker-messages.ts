import type { WrittenStill } from './still-quality.ts';
import type { StillSource, WantedQuality } from './still-writer.ts';

export type StillRequest =
  | { readonly type: 'write'; readonly source: StillSource; readonly wanted: WantedQuality }
  | {
      readonly type: 'read-grey';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
    };

/** `null`: it could not be done. */
export type StillAnswer = WrittenStill | Uint8ClampedArray<ArrayBuffer> | null;
export type StillCall = { readonly id: number; readonly request: StillRequest };
export type StillReply = { readonly id: number; readonly answer: StillAnswer };
