import type { Page } from '@playwright/test';

/** Runs in the page: keeps when each frame of its picture was shown, in ms since 1970. */
function keepFrameTimes(): void {
  const page = globalThis as unknown as { frameTimes: number[] };
  page.frameTimes = [];
  let watched: HTMLVideoElement | null = null;
  const watch = (video: HTMLVideoElement): void => {
    video.requestVideoFrameCallback((now) => {
      page.frameTimes.push(performance.timeOrigin + now);
      watch(video);
    });
  };
  setInterval(() => {
    const video = document.querySelector('video');
    if (!video || video === watched) return;
    watched = video;
    watch(video);
  }, 50);
}

/** Has a page keep its frame times from now on. */
export const rememberFrameTimes = (page: Page): Promise<void> => page.evaluate(keepFrameTimes);

/** When frames were shown after `sinceMs`, in ms since 1970. */
export const frameTimesSince = (page: Page, sinceMs: number): Promise<number[]> =>
  page.evaluate(
    (since) =>
      (globalThis as unknown as { frameTimes: number[] }).frameTimes.filter(
        (shownMs) => shownMs > since,
      ),
    sinceMs,
  );

/** Frames of the picture that a page's connections have sent and received so far. */
export const countFrames = (page: Page): Promise<{ sent: number; received: number }> =>
  page.evaluate(async () => {
    const { rtcConnections = [] } = globalThis as unknown as {
      rtcConnections?: RTCPeerConnection[];
    };
    const counts = { sent: 0, received: 0 };
    for (const connection of rtcConnections) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'outbound-rtp') counts.sent += report.framesSent ?? 0;
        if (report.type === 'inbound-rtp') counts.received += report.framesReceived ?? 0;
      }
    }
    return counts;
  });
