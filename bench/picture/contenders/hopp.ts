import { openPlainShare } from '../shares/plain-share.ts';
import type { Contender } from '../shares/share.ts';

/**
 * Like Hopp, whose native presenter sends H264 with at most 12 Mbit/s and 40 frames a second and
 * asks viewers to show each picture at once. Its sharpening in the viewer is not reproduced.
 */
export const hopp: Contender = {
  name: 'Hopp-like',
  viewerKind: 'plain',
  open: (surroundings, options) =>
    openPlainShare(
      {
        capture: { video: { frameRate: { ideal: 40, max: 40 } } },
        connection: 'native',
        codec: { mimeType: 'video/H264' },
        encoding: { maxBitrate: 12_000_000, maxFramerate: 40 },
        presenterSwitches: ['--force-fieldtrials=WebRTC-ForceSendPlayoutDelay/min_ms:0,max_ms:0/'],
      },
      surroundings,
      options,
    ),
};
