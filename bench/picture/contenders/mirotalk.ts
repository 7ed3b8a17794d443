import { openPlainShare } from '../shares/plain-share.ts';
import type { Contender } from '../shares/share.ts';

/** MiroTalk P2P: sound asked for too, 30 frames a second, and the browser's defaults. */
export const mirotalk: Contender = {
  name: 'MiroTalk',
  viewerKind: 'plain',
  open: (surroundings, options) =>
    openPlainShare(
      { capture: { audio: true, video: { frameRate: 30 } }, connection: 'native' },
      surroundings,
      options,
    ),
};
