import type { CodecName, ProfileLevel, ProfileName, QualityProfile } from './profile.ts';

/**
 * Far above what a screen needs: the limit is the link's, found by the browser's own estimate. On
 * slower links the most is what leads back to the level above: browsers probe up to the most they
 * may send, all at once, which drowns a slow link for seconds.
 */
const AMPLE_BPS = 100_000_000;

const DENSE: readonly CodecName[] = ['AV1', 'VP9', 'VP8', 'H264'];
const QUICK_AND_SHARP: readonly CodecName[] = ['VP8', 'AV1', 'VP9', 'H264'];
const QUICKEST: readonly CodecName[] = ['H264', 'VP8', 'VP9', 'AV1'];

/** Below this, a key frame of small text takes longer than anybody waits: video only helps out. */
const SCARCE_BELOW_BPS = 1_200_000;
/** And below this, there is hardly any. */
const STARVED_BELOW_BPS = 450_000;

/** What moves is seen small and blurred at once; what can be read comes as stills. */
const HELPING: ProfileLevel = {
  fromBps: STARVED_BELOW_BPS,
  isRest: true,
  codecs: DENSE,
  maxFramerate: 30,
  scaleResolutionDownBy: 2,
  maxBitrateBps: 250_000,
};
/** Hardly any video is left; what can be read comes as stills. */
const RESTING: ProfileLevel = {
  fromBps: 0,
  isRest: true,
  codecs: DENSE,
  maxFramerate: 4,
  scaleResolutionDownBy: 4,
  maxBitrateBps: 60_000,
};
/** Where no stills can be sent. */
const SPARSE: ProfileLevel = {
  ...{ fromBps: 0, codecs: DENSE },
  ...{ maxFramerate: 8, scaleResolutionDownBy: 1, maxBitrateBps: 1_500_000 },
};

/**
 * The profiles. A link that narrows costs text its frames and motion its pixels. Every number was
 * chosen by measurement (docs/decisions/0011-quality-profiles.md).
 */
export const PROFILES: Readonly<Record<ProfileName, QualityProfile>> = {
  'sharp-text': {
    contentHint: 'text',
    captureFramerate: 30,
    degradationPreference: 'maintain-resolution',
    cheapestCodec: 'VP8',
    levels: [
      {
        ...{ fromBps: 2_000_000, codecs: QUICK_AND_SHARP },
        ...{ maxFramerate: 30, scaleResolutionDownBy: 1, maxBitrateBps: AMPLE_BPS },
      },
      {
        ...{ fromBps: SCARCE_BELOW_BPS, codecs: DENSE },
        ...{ maxFramerate: 15, scaleResolutionDownBy: 1, maxBitrateBps: 4_000_000 },
      },
      HELPING,
      RESTING,
    ],
  },
  'smooth-motion': {
    contentHint: 'detail',
    captureFramerate: 60,
    degradationPreference: 'maintain-framerate',
    cheapestCodec: 'H264',
    levels: [
      {
        ...{ fromBps: 5_000_000, codecs: QUICKEST },
        ...{ maxFramerate: 60, scaleResolutionDownBy: 1, maxBitrateBps: AMPLE_BPS },
      },
      {
        ...{ fromBps: 2_000_000, codecs: DENSE },
        ...{ maxFramerate: 30, scaleResolutionDownBy: 1.5, maxBitrateBps: 8_000_000 },
      },
      {
        ...{ fromBps: 800_000, codecs: DENSE },
        ...{ maxFramerate: 30, scaleResolutionDownBy: 2, maxBitrateBps: 3_000_000 },
      },
      {
        ...{ fromBps: 0, codecs: DENSE },
        ...{ maxFramerate: 15, scaleResolutionDownBy: 4, maxBitrateBps: 1_500_000 },
      },
    ],
  },
  'low-bandwidth': {
    contentHint: 'text',
    captureFramerate: 15,
    degradationPreference: 'maintain-resolution',
    cheapestCodec: 'VP8',
    levels: [
      {
        ...{ fromBps: STARVED_BELOW_BPS, codecs: DENSE },
        ...{ maxFramerate: 8, scaleResolutionDownBy: 1, maxBitrateBps: 600_000 },
      },
      RESTING,
    ],
  },
};

/** The same for a presenter whose browser cannot send stills: video does what it can. */
export function withoutRest(profile: QualityProfile): QualityProfile {
  const [widest, ...others] = profile.levels;
  const moving = others.filter(({ isRest }) => !isRest);
  const isAllMoving = moving.length === others.length;
  return { ...profile, levels: [widest, ...moving, ...(isAllMoving ? [] : [SPARSE])] };
}
