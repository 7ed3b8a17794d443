import type { Crop } from './screen-probe.ts';

/** What was shown at a moment; `undefined` before the first look. */
export function cropAt(crops: readonly Crop[], atMs: number): Crop | undefined {
  return crops.findLast((crop) => crop.atMs <= atMs);
}

/**
 * How long after `sinceMs` something first looked right, in ms; `null` where it never did.
 * @param crops in order of time
 */
export function firstTime(
  crops: readonly Crop[],
  sinceMs: number,
  looksRight: (crop: Crop) => boolean,
): number | null {
  const found = crops.find((crop) => crop.atMs >= sinceMs && looksRight(crop));
  return found ? found.atMs - sinceMs : null;
}
