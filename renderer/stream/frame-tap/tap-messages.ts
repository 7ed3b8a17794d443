import type { ContentReading } from '../director/content-meter.ts';
import type { Patch } from '../tiles/tile-grid.ts';
import type { Still } from './still-match.ts';

/** The pixels of a patch as they are now. */
export type Cut = {
  /** The frame they were taken from. */
  readonly frame: number;
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** In the source's own colours, not those of the capture. */
  readonly isExact: boolean;
};

/** What the page tells the tap's worker. */
export type TapRequest =
  | { readonly type: 'open'; readonly readable: ReadableStream<VideoFrame>; readonly frame: number }
  | { readonly type: 'cut'; readonly id: number; readonly patch: Patch }
  | { readonly type: 'match'; readonly id: number; readonly still: Still };

/** What the worker tells the page, in the order in which it happened. */
export type TapEvent =
  | {
      readonly type: 'size';
      readonly frame: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'moved'; readonly frame: number; readonly tiles: readonly number[] }
  | { readonly type: 'reading'; readonly reading: ContentReading }
  | { readonly type: 'cut'; readonly id: number; readonly cut: Cut | null }
  | { readonly type: 'matched'; readonly id: number; readonly tiles: readonly number[] }
  /** No further frame comes. */
  | { readonly type: 'ended' };
