import { openPlainShare } from '../shares/plain-share.ts';
import type { Contender } from '../shares/share.ts';

/** simple-peer as its README shows it: what everybody gets who sets nothing. */
export const plain: Contender = {
  name: 'plain simple-peer',
  viewerKind: 'plain',
  open: (surroundings, options) =>
    openPlainShare(
      { capture: { video: { frameRate: 30 } }, connection: 'simple-peer' },
      surroundings,
      options,
    ),
};
