import type { DirectorReason } from '../director/director.ts';
import type { ProfileName, QualityChoice } from '../profile.ts';
import type { QualityMoment } from './quality-history.ts';
import type { QualityReading } from './quality-reading.ts';

/** Why one viewer's picture is less than its profile wants. */
export const PICTURE_LIMITS = ['slow-link', 'stills-only', 'busy-processor'] as const;

/** What the picture of a share is made for. */
export type PicturePurpose = {
  readonly choice: QualityChoice;
  readonly profile: ProfileName;
  /** What `auto` has decided by; `null` where it sees nothing. */
  readonly reason: DirectorReason | null;
};

/** What the presenter knows about the picture it sends to one viewer. */
export type PictureState = PicturePurpose & {
  readonly limit: (typeof PICTURE_LIMITS)[number] | null;
  /** From one capture of the screen to the next, at best. */
  readonly captureIntervalMs: number;
};

/** Everything there is to tell about one viewer's picture, renewed once a second. */
export type LiveQuality = {
  readonly reading: QualityReading;
  /** From a change on the presenter's screen until it is seen; `null` where nobody knows. */
  readonly latencyMs: number | null;
  /** `null` until the presenter has told. */
  readonly state: PictureState | null;
  /** The last minute, the oldest first. */
  readonly history: readonly QualityMoment[];
};
