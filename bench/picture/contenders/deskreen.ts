import { openPlainShare } from '../shares/plain-share.ts';
import type { Contender } from '../shares/share.ts';

/**
 * Deskreen's settings: simple-peer with its defaults, up to 60 frames a second, and a limit of 500
 * Mbit/s written into the answer. Deskreen captures by Electron's older getUserMedia with a source
 * id; a page can ask only getDisplayMedia, with the same limits.
 */
export const deskreen: Contender = {
  name: 'Deskreen’s settings',
  viewerKind: 'plain',
  open: (surroundings, options) =>
    openPlainShare(
      {
        capture: {
          video: {
            frameRate: { ideal: 60, max: 60 },
            width: { max: 1_920 },
            height: { max: 1_080 },
          },
        },
        connection: 'simple-peer',
        bandwidthKbps: 500_000,
      },
      surroundings,
      options,
    ),
};
