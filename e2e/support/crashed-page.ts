import type { Page } from '@playwright/test';

/** A page that crashed and was opened again; Playwright itself gives it up for good. */
export type ReopenedPage = {
  /** Frames its video has shown; 0 without a video. */
  framesShown(): Promise<number>;
};

/** Has the page's tab die without a word, as in a crash, and opens it again as its person would. */
export async function crashAndReopen(page: Page): Promise<ReopenedPage> {
  const line = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never ends: what would answer is what crashes.
  line.send('Page.crash').catch(() => {});
  await crashed;
  line.send('Page.reload').catch(() => {});
  const expression =
    "document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0";
  return {
    framesShown: async () => {
      const { result } = await line.send('Runtime.evaluate', { expression });
      return Number(result.value);
    },
  };
}
