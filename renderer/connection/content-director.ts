import { initialDirectorState, nextDirectorState } from '../stream/director/director.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { ShareQuality } from './share-quality.ts';

/** Lets what the screen shows decide what its picture is made for. */
export function directByContent(
  tiles: Pick<TileShare, 'onReading'>,
  quality: Pick<ShareQuality, 'direct'>,
  { now }: Pick<ConnectionDeps, 'now'>,
): {
  /** Something else is shown: nothing that was seen before counts. */
  restart(): void;
  close(): void;
} {
  let state = initialDirectorState;
  const close = tiles.onReading((reading) => {
    state = nextDirectorState(state, reading, now());
    quality.direct(state.profile, state.reason);
  });
  return {
    restart() {
      state = initialDirectorState;
    },
    close,
  };
}
