import { openPlainShare, type PlainSettings } from '../shares/plain-share.ts';
import type { Contender } from '../shares/share.ts';

const byDefault: PlainSettings = {
  capture: { video: { frameRate: 30 } },
  connection: 'native',
};

/** Screego as installed: 30 frames a second, the browser's order of codecs, nothing else. */
export const screego: Contender = {
  name: 'Screego',
  viewerKind: 'plain',
  open: (surroundings, options) => openPlainShare(byDefault, surroundings, options),
};

/** Screego's preference “best quality” puts VP9 profile 2 first. */
export const screegoBestQuality: Contender = {
  name: 'Screego: best quality',
  viewerKind: 'plain',
  open: (surroundings, options) =>
    openPlainShare(
      { ...byDefault, codec: { mimeType: 'video/VP9', parameters: 'profile-id=2' } },
      surroundings,
      options,
    ),
};
