import { createServer } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { openChromiumProfile } from './chromium.ts';
import { type ViewerPage, viewerOn } from './viewer-page.ts';

export type CrashingViewer = {
  readonly viewer: ViewerPage;
  /** The tab dies without a word, and its person opens it again. */
  crashAndReopen(): Promise<ViewerPage>;
  close(): Promise<void>;
};

/**
 * Opens a viewer whose tab can crash. Playwright gives a crashed page up for good, so the page that
 * comes after it is met over a second line to the same browser.
 */
export async function openCrashingViewer(): Promise<CrashingViewer> {
  const port = await freePort();
  const context = await openChromiumProfile([`--remote-debugging-port=${port}`]);
  const [page = await context.newPage()] = context.pages();
  const line = await context.newCDPSession(page);
  let second: Browser | undefined;
  return {
    viewer: viewerOn(page),
    async crashAndReopen() {
      const crashed = page.waitForEvent('crash');
      // It never ends: what would answer is what crashes.
      line.send('Page.crash').catch(() => {});
      await crashed;
      line.send('Page.reload').catch(() => {});
      second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const reopened = second.contexts()[0]?.pages()[0];
      if (!reopened) throw new Error('the crashed tab is gone');
      return viewerOn(reopened);
    },
    async close() {
      await second?.close();
      await context.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
