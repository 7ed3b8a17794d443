import type { DirectorReason } from '../stream/director/director.ts';
import type { ProfileName, QualityChoice } from '../stream/profile.ts';
import { PROFILES } from '../stream/profiles.ts';
import type { PicturePurpose } from '../stream/quality/live-quality.ts';
import { shapeTrack } from '../stream/shape-track.ts';

/** What the picture of one share is made for: what the presenter chose, or what the content asks. */
export type ShareQuality = {
  profile(): ProfileName;
  choose(choice: QualityChoice): void;
  /** What the content looks like, and why; counts only while the choice is `auto`. */
  direct(profile: ProfileName, reason: DirectorReason): void;
  purpose(): PicturePurpose;
  /** Another track takes the place of the one before; what its content asks is not known yet. */
  setTrack(track: MediaStreamTrack): void;
};

/** What `auto` begins with. */
export const AUTO_BEGINS_WITH: ProfileName = 'sharp-text';

export const profileOf = (choice: QualityChoice, directed: ProfileName): ProfileName =>
  choice === 'auto' ? directed : choice;

/**
 * @param onChange called after each change, with the choice and the profile it comes to
 */
export function createShareQuality(
  firstTrack: MediaStreamTrack,
  firstChoice: QualityChoice,
  onChange: (choice: QualityChoice, profile: ProfileName) => void,
): ShareQuality {
  let track = firstTrack;
  let choice = firstChoice;
  let directed = AUTO_BEGINS_WITH;
  let reason: DirectorReason | null = null;
  const profile = () => profileOf(choice, directed);
  const shape = () => shapeTrack(track, PROFILES[profile()]);
  const change = (make: () => void) => {
    const before = { choice, profile: profile() };
    make();
    if (profile() !== before.profile) shape();
    if (profile() !== before.profile || choice !== before.choice) onChange(choice, profile());
  };
  shape();
  return {
    profile,
    choose: (next) =>
      change(() => {
        choice = next;
      }),
    direct: (next, why) =>
      change(() => {
        directed = next;
        reason = why;
      }),
    setTrack(next) {
      track = next;
      const before = profile();
      change(() => {
        directed = AUTO_BEGINS_WITH;
        reason = null;
      });
      if (profile() === before) shape();
    },
    purpose: () => ({ choice, profile: profile(), reason: choice === 'auto' ? reason : null }),
  };
}
