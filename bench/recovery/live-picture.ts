/** A picture is alive where so many frames follow each other within so long. */
const FRAMES = 5;
const WITHIN_MS = 1_500;

/**
 * The first frame of a picture that lives. Single ones do not count: the last of the old way may
 * still be shown after it broke, and a browser that receives nothing shows one more after a while.
 * @param shownMs when frames were shown, rising
 */
export function firstLiveFrame(shownMs: readonly number[]): number | undefined {
  return shownMs.find((atMs, index) => {
    const last = shownMs[index + FRAMES - 1];
    return last !== undefined && last - atMs <= WITHIN_MS;
  });
}
