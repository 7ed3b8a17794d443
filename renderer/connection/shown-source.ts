import type { AbsenceReason, PauseReason, PeerMessage } from '../peer/peer-message.ts';

/** What is captured: a picture, and the sound that goes with it where the presenter shares it. */
export type SourceTracks = {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack | null;
};

/** What viewers are shown right now; without a picture, why there is none, and no sound either. */
export type ShownSource = SourceTracks | { readonly picture: null; readonly reason: AbsenceReason };

/**
 * @param tracks what is captured; `null` once that is gone
 * @param pauseReason why nothing may be shown; `null` while it may
 */
export function shownSource(
  tracks: SourceTracks | null,
  pauseReason: PauseReason | null,
): ShownSource {
  if (pauseReason) return { picture: null, reason: pauseReason };
  return tracks ?? { picture: null, reason: 'source-gone' };
}

/** What a viewer is told of it. */
export function shareStateOf(shown: ShownSource): PeerMessage {
  if (shown.picture) {
    return { type: 'share-state', isPaused: false, ...(shown.sound && { hasSound: true }) };
  }
  return { type: 'share-state', isPaused: true, reason: shown.reason };
}
