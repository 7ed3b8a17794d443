/** What a picture is made for. */
export const PROFILE_NAMES = ['sharp-text', 'smooth-motion', 'low-bandwidth'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** What the presenter asks for; `auto` decides from the content. */
export const QUALITY_CHOICES = ['auto', ...PROFILE_NAMES] as const;
export type QualityChoice = (typeof QUALITY_CHOICES)[number];

export type CodecName = 'VP8' | 'VP9' | 'AV1' | 'H264';

/** What a profile does on a link that carries at least `fromBps`. */
export type ProfileLevel = {
  readonly fromBps: number;
  /** Best first; the first one both ends have is used. */
  readonly codecs: readonly CodecName[];
  readonly maxFramerate: number;
  readonly scaleResolutionDownBy: number;
  readonly maxBitrateBps: number;
  /** Hardly any video: what can be read comes as stills, where those can be sent. */
  readonly isRest?: true;
};

/** Everything that is set for one purpose; levels from the widest link down to the narrowest. */
export type QualityProfile = {
  readonly contentHint: 'text' | 'detail';
  readonly captureFramerate: number;
  readonly degradationPreference: 'maintain-resolution' | 'maintain-framerate';
  readonly levels: readonly [ProfileLevel, ...ProfileLevel[]];
  /** What costs the presenter's processor least at this purpose. */
  readonly cheapestCodec: CodecName;
};
