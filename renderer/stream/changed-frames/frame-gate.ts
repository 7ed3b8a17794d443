/** A large change is sharpened by the frames that follow it. */
const LARGE_FROM = 0.2;
const SHARPEN_FOR_MS = 400;
const SHARPEN_EVERY_MS = 95;
/** Whoever lost a frame gets the next one, and a still screen has to be seen to be alive. */
const ALIVE_EVERY_MS = 195;

export type FrameGate = {
  /**
   * Whether a frame is worth sending.
   * @param changedShare how much of it differs from the one before, from 0 to 1
   */
  take(changedShare: number, nowMs: number): boolean;
  /** Somebody needs the picture although nothing changes. */
  refresh(nowMs: number): void;
};

/** Lets through the frames in which something has changed, and few of the others. */
export function createFrameGate(): FrameGate {
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let changedAtMs = Number.NEGATIVE_INFINITY;
  let everyFrameUntilMs = Number.NEGATIVE_INFINITY;
  return {
    take(changedShare, nowMs) {
      if (changedShare > 0) changedAtMs = nowMs;
      if (changedShare >= LARGE_FROM) everyFrameUntilMs = nowMs + SHARPEN_FOR_MS;
      const isSharpening = nowMs - changedAtMs < SHARPEN_FOR_MS;
      const everyMs = isSharpening ? SHARPEN_EVERY_MS : ALIVE_EVERY_MS;
      const isDue = nowMs < everyFrameUntilMs || nowMs - sentAtMs >= everyMs;
      if (changedShare === 0 && !isDue) return false;
      sentAtMs = nowMs;
      return true;
    },
    refresh(nowMs) {
      everyFrameUntilMs = Math.max(everyFrameUntilMs, nowMs + SHARPEN_FOR_MS);
    },
  };
}
