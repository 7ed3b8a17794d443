import type { StillCodec } from './tile-packet.ts';

/** Pixels written small: readable in greys, close in colour, or the same pixels again. */
export type WrittenStill = {
  readonly codec: StillCodec;
  readonly quality: 'coarse' | 'near' | 'exact';
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/**
 * How good a tile is at a viewer, each better than the one before; `source` has the screen's own
 * colours, `frame` those of the capture.
 */
export const LEVEL = { none: 0, coarse: 1, near: 2, frame: 3, source: 4 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

export function levelOf({ quality }: WrittenStill, isExact: boolean): Level {
  if (quality !== 'exact') return LEVEL[quality];
  return isExact ? LEVEL.source : LEVEL.frame;
}
