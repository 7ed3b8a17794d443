import type { Peer } from '../peer/peer.ts';
import type { LineName } from '../stream/byte-line.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { PictureSteering } from './picture-steering.ts';

/** One viewer's share of the tiles, over one link. */
export type PresenterTiles = {
  /** The viewer has proved itself and been let in; from now on tiles are sent. */
  begin(): void;
  onPacket(line: LineName, packet: Uint8Array): void;
  onDrained(line: LineName): void;
  /** What stills have carried while they filled the link, in bit/s. */
  measuredBps(): number | null;
  close(): void;
};

export function createPresenterTiles(
  tiles: TileShare,
  peer: Pick<Peer, 'lines'>,
  steering: Pick<PictureSteering, 'limit' | 'estimateBps'>,
): PresenterTiles {
  let viewer: ReturnType<TileShare['addViewer']> | undefined;
  let isClosed = false;
  return {
    begin() {
      if (isClosed) return;
      viewer ??= tiles.addViewer(peer.lines, () => ({
        estimateBps: steering.estimateBps(),
        isVideoResting: steering.limit() === 'stills-only',
      }));
    },
    onPacket(line, packet) {
      if (line === 'marks') viewer?.take(packet);
    },
    onDrained(line) {
      if (line !== 'probe') viewer?.onDrained();
    },
    measuredBps: () => viewer?.measuredBps() ?? null,
    close() {
      isClosed = true;
      viewer?.close();
    },
  };
}
