import type { ByteLines } from '../../stream/byte-line.ts';
import type { LinkConditions } from '../../stream/tiles/link-conditions.ts';
import type { TilePicture } from '../../stream/tiles/tile-picture.ts';
import type { OpenTileShareOf } from '../connection-deps.ts';

export type FakeTileViewer = {
  readonly lines: Pick<ByteLines, 'tiles' | 'marks'>;
  readonly conditions: () => LinkConditions;
  readonly taken: Uint8Array[];
  isClosed: boolean;
};

/** Stands where the tiles of a share would be. */
export function createFakeTileShares() {
  const opened: {
    viewers: FakeTileViewer[];
    pauses: boolean[];
    /** What it was to read, newest last. */
    shown: (MediaStreamTrack | null)[];
    isClosed: boolean;
  }[] = [];
  const openTileShare: OpenTileShareOf = (track) => {
    const share = {
      ...{ viewers: [] as FakeTileViewer[], pauses: [] as boolean[], isClosed: false },
      shown: [track] as (MediaStreamTrack | null)[],
    };
    opened.push(share);
    return {
      addViewer(lines, conditions) {
        const viewer: FakeTileViewer = { lines, conditions, taken: [], isClosed: false };
        share.viewers.push(viewer);
        return {
          take: (packet) => void viewer.taken.push(packet),
          onDrained: () => {},
          measuredBps: () => null,
          close() {
            viewer.isClosed = true;
          },
        };
      },
      show: (track) => void share.shown.push(track),
      setPaused: (isPaused) => void share.pauses.push(isPaused),
      onReading: () => () => {},
      close() {
        share.isClosed = true;
      },
    };
  };
  return { openTileShare, opened };
}

/** A picture of tiles that shows nothing. */
export const createFakeTilePicture = (): TilePicture & { readonly taken: string[] } => {
  const taken: string[] = [];
  return {
    canvas: {} as HTMLCanvasElement,
    taken,
    take: (line) => void taken.push(line),
    size: () => null,
    subscribe: () => () => {},
    close: () => {},
  };
};
