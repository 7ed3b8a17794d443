import type { QualityProfile } from './profile.ts';

/**
 * Sets what a profile asks of the captured track, live (W3C mst-content-hint, Media Capture
 * section 4.3). What a browser cannot set stays as it is.
 */
export function shapeTrack(
  track: MediaStreamTrack,
  { contentHint, captureFramerate }: QualityProfile,
): void {
  track.contentHint = contentHint;
  const frameRate = { ideal: captureFramerate, max: captureFramerate };
  track.applyConstraints?.({ ...track.getConstraints(), frameRate }).catch(() => {});
}
