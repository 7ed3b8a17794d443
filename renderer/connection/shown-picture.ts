import type {
  ChangedFrames,
  OpenChangedFrames,
} from '../stream/changed-frames/open-changed-frames.ts';

/** What viewers are sent of what is captured. */
export type ShownPicture = {
  /** The track to send of this one, instead of that of the one before. */
  of(captured: MediaStreamTrack): MediaStreamTrack;
  /** The captured track's hint has changed (W3C mst-content-hint). */
  takeHint(): void;
  /** Somebody needs the picture although nothing changes. */
  refresh(): void;
  /** Nothing is sent any more, until another track is. */
  close(): void;
};

/** @param onFallback what was sent has failed: this is to be sent instead */
export function createShownPicture(
  open: OpenChangedFrames,
  onFallback: (captured: MediaStreamTrack) => void,
): ShownPicture {
  let captured: MediaStreamTrack | null = null;
  let changed: ChangedFrames | null = null;
  const close = () => {
    changed?.close();
    changed = null;
  };
  const takeHint = () => {
    if (captured && changed) changed.track.contentHint = captured.contentHint;
  };
  return {
    of(next) {
      close();
      captured = next;
      changed = open(next, () => onFallback(next));
      takeHint();
      return changed?.track ?? next;
    },
    takeHint,
    refresh: () => changed?.refresh(),
    close,
  };
}
