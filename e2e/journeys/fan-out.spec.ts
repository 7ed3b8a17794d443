import type { Browser } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { rememberConnections } from '../support/remember-connections.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

/** A sender whose pictures come from another one's encoder makes nothing wider itself. */
const PLACEHOLDER_AT_MOST_PX = 200;

/** What a viewer's connection is called in the signals, and so at the presenter too. */
const nameOf = ({ page }: ViewerPage): Promise<string> =>
  page.evaluate(() => {
    const { rtcConnections } = globalThis as unknown as { rtcConnections: RTCPeerConnection[] };
    const connected = rtcConnections.filter((one) => one.connectionState === 'connected');
    return /a=ice-ufrag:(\S+)/.exec(connected.at(-1)?.localDescription?.sdp ?? '')?.[1] ?? '';
  });

/** A presenter whose connections can be looked into. */
async function openWatchedPresenter(browser: Browser, origin: string) {
  const context = await browser.newContext();
  await context.addInitScript(rememberConnections);
  const page = await context.newPage();
  await page.goto(origin);
  /** Names of the viewers for whom an encoder works at full size. */
  const encoding = () =>
    page.evaluate(async (placeholderAtMostPx) => {
      const { rtcConnections } = globalThis as unknown as { rtcConnections: RTCPeerConnection[] };
      const names: string[] = [];
      for (const connection of rtcConnections) {
        if (connection.connectionState !== 'connected') continue;
        for (const [, report] of await connection.getStats()) {
          if (report.type !== 'outbound-rtp' || !(report.frameWidth > placeholderAtMostPx))
            continue;
          const remote = connection.remoteDescription?.sdp ?? '';
          names.push(/a=ice-ufrag:(\S+)/.exec(remote)?.[1] ?? '');
        }
      }
      return names;
    }, PLACEHOLDER_AT_MOST_PX);
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
    const [lead = ''] = await presenter.encoding();
    const names = await Promise.all(viewers.map(nameOf));
    expect(names).toContain(lead);
    const [leaving] = viewers.splice(names.indexOf(lead), 1);
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
