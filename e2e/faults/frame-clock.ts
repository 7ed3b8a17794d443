import type { Page } from '@playwright/test';

/** Tells when new frames were shown, as the page's video counts them. */
export type FrameClock = {
  /** The longest time without a new frame since the clock was started, in ms; `null` on a page loaded anew. */
  longestGapMs(): Promise<number | null>;
};

/** Starts watching whatever video the page shows, also one that replaces another. */
export async function startFrameClock(page: Page): Promise<FrameClock> {
  await page.evaluate(() => {
    const times = [performance.now()];
    let shown: HTMLVideoElement | null = null;
    let seen = 0;
    setInterval(() => {
      const video = document.querySelector('video');
      const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      // A video element that replaces another first shows what was there before.
      if (video === shown && seen > 0 && frames > seen) times.push(performance.now());
      shown = video;
      seen = frames;
    }, 50);
    Object.assign(globalThis, { frameTimes: times });
  });
  return {
    longestGapMs: () =>
      page.evaluate(() => {
        const { frameTimes } = globalThis as unknown as { frameTimes?: number[] };
        if (!frameTimes) return null;
        // A receiver that hears nothing still lets one last frame out, long after the others.
        const isFlowing = (at: number) =>
          [frameTimes[at - 1], frameTimes[at + 1]].some(
            (other) => other !== undefined && Math.abs(other - (frameTimes[at] ?? 0)) < 1_000,
          );
        const times = frameTimes.filter((_, at) => at === 0 || isFlowing(at));
        const ends = [...times.slice(1), performance.now()];
        return Math.round(Math.max(...ends.map((end, at) => end - (times[at] ?? end))));
      }),
  };
}
