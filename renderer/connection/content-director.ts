import { initialDirectorState, nextDirectorState } from '../stream/director/director.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { ShareQuality } from './share-quality.ts';

/** Lets what the screen shows decide what its picture is made for; returns what ends that. */
export function directByContent(
  tiles: Pick<TileShare, 'onReading'>,
  quality: Pick<ShareQuality, 'direct'>,
  { now }: Pick<ConnectionDeps, 'now'>,
): () => void {
  let state = initialDirectorState;
  return tiles.onReading((reading) => {
    state = nextDirectorState(state, reading, now());
    quality.direct(state.profile, state.reason);
  });
}
