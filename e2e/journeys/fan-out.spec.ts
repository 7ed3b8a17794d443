import type { Browser } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { rememberConnections } from '../support/remember-connections.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

/** A sender whose pictures come from another one's encoder makes nothing wider itself. */
const PLACEHOLDER_AT_MOST_PX = 200;

/** A presenter whose connections can be looked into, in the order in which they were made. */
async function openWatchedPresenter(browser: Browser, origin: string) {
  const context = await browser.newContext();
  await context.addInitScript(rememberConnections);
  const page = await context.newPage();
  await page.goto(origin);
  /** Pixels across of what each connection's encoder makes; none for those that are closed. */
  const encodedWidths = () =>
    page.evaluate(async () => {
      const { rtcConnections } = globalThis as unknown as { rtcConnections: RTCPeerConnection[] };
      const widths: number[] = [];
      for (const connection of rtcConnections) {
        const reports =
          connection.connectionState === 'connected' ? await connection.getStats() : [];
        let width = 0;
        for (const [, report] of reports) {
          if (report.type === 'outbound-rtp') width = report.frameWidth ?? 0;
        }
        widths.push(width);
      }
      return widths;
    });
  /** Numbers of the connections whose encoder works at full size. */
  const encoding = async () => {
    const widths = await encodedWidths();
    return widths.flatMap((width, number) => (width > PLACEHOLDER_AT_MOST_PX ? number : []));
  };
  return {
    ...presenterOn(page),
    close: () => context.close(),
    encoding,
    /** Whoever is on its own because the computer is busy comes back, but takes its time. */
    expectOneEncoder: () =>
      expect.poll(async () => (await encoding()).length, { timeout: 75_000 }).toBe(1),
  };
}

test.describe('viewers who can be sent the same', () => {
  type Share = {
    presenter: Awaited<ReturnType<typeof openWatchedPresenter>>;
    viewers: ViewerPage[];
    everyoneSees: () => Promise<void>;
  };
  let share: Share | undefined;
  const shared = () => {
    if (!share) throw new Error('nothing is shared');
    return share;
  };
  // Three viewers come one after the other.
  test.describe.configure({ timeout: 240_000 });

  test.beforeEach(async ({ presenterBrowser, service, stamp, openViewer }) => {
    const presenter = await openWatchedPresenter(presenterBrowser, service.origin);
    const { link } = await presenter.share();
    const viewers: ViewerPage[] = [];
    for (let count = 0; count < 3; count += 1) {
      const viewer = await openViewer();
      // What a large picture costs to paint is not what is asked here.
      await viewer.page.setViewportSize({ width: 480, height: 320 });
      await viewer.page.goto(link);
      await presenter.allow();
      await viewer.expectLivePicture(stamp.id);
      viewers.push(viewer);
    }
    const everyoneSees = async () => {
      for (const viewer of viewers) await viewer.expectLivePicture(stamp.id);
    };
    share = { presenter, viewers, everyoneSees };
    await presenter.expectOneEncoder();
  });
  test.afterEach(async () => {
    await share?.presenter.close();
    share = undefined;
  });

  test('share one encoder, and each sees what is new', async () => {
    await shared().everyoneSees();
    await shared().presenter.expectOneEncoder();
  });

  test('see no end to the picture when the one whose encoder they share leaves', async () => {
    const { presenter, viewers, everyoneSees } = shared();
    const [lead = 0] = await presenter.encoding();
    const [leaving] = viewers.splice(lead, 1);
    await leaving?.leave();
    await everyoneSees();
    await presenter.expectOneEncoder();
    expect(await presenter.encoding()).not.toContain(lead);
  });

  test('get not one frame while the presenter pauses, and all of them again afterwards', async () => {
    const { presenter, viewers, everyoneSees } = shared();
    await presenter.pause();
    for (const viewer of viewers) await expect(viewer.pausedNotice).toBeVisible();
    const receivedFrames = () => Promise.all(viewers.map((viewer) => viewer.receivedFrames()));
    const before = await receivedFrames();
    // Somebody who joins meanwhile takes some time, and sees nothing either.
    await expect(viewers[0]?.video ?? presenter.page.locator('video')).toBeHidden();
    expect(await receivedFrames()).toEqual(before);
    await presenter.resume();
    await everyoneSees();
    await presenter.expectOneEncoder();
  });
});
