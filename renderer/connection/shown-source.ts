import type { PauseReason, PeerMessage } from '../peer/peer-message.ts';

/** What viewers are shown right now; without a track, why there is none. */
export type ShownSource =
  | { readonly track: MediaStreamTrack }
  | { readonly track: null; readonly reason: PauseReason | null };

/** @param track what is captured; `null` once that is gone */
export function shownSource(track: MediaStreamTrack | null, isPaused: boolean): ShownSource {
  if (isPaused) return { track: null, reason: null };
  return track ? { track } : { track: null, reason: 'source-gone' };
}

/** What a viewer is told of it. */
export function shareStateOf(shown: ShownSource): PeerMessage {
  if (shown.track) return { type: 'share-state', isPaused: false };
  return { type: 'share-state', isPaused: true, ...(shown.reason && { reason: shown.reason }) };
}
