import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

test('the link stands while the presenter decides, and carries no picture', async ({
  stamp,
  service,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Mina');
  await expect(presenter.asking('Mina')).toBeVisible();
  await expect
    .poll(() => linkOf(viewer.page))
    .toMatchObject({
      state: 'connected',
      frames: 0,
      // Nothing is asked of any server before the viewer is let in.
      iceServers: 0,
    });
  await expect(viewer.heading('Waiting to be let in')).toBeVisible();

  const allowedAtMs = await viewer.page.evaluate(() => performance.now());
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  // On a busy computer it may have been built twice while the presenter was deciding.
  const link = await linkOf(viewer.page);
  expect(link?.openedAtMs, 'a link from before').toBeLessThan(allowedAtMs);
  expect(link?.frames).toBeGreaterThan(0);
});

test('whoever is denied loses the link and has seen nothing', async ({
  service,
  presenter,
  openViewer,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  await viewer.join(service.origin, code, 'Mina');
  await expect.poll(() => linkOf(viewer.page)).toMatchObject({ state: 'connected' });
  await presenter.deny();
  await expect.poll(() => linkOf(viewer.page)).toMatchObject({ state: 'closed' });
  await expect(viewer.video).toBeHidden();
});

type Remembering = { rtcConnections: (RTCPeerConnection & { openedAtMs: number })[] };

/** The newest link of this page, and how much of a picture has come over it. */
const linkOf = (page: Page) =>
  page.evaluate(async () => {
    const connection = (globalThis as unknown as Remembering).rtcConnections.at(-1);
    if (!connection) return undefined;
    let frames = 0;
    for (const entry of (await connection.getStats()).values()) {
      if (entry.type === 'inbound-rtp') frames += entry.framesReceived ?? 0;
    }
    const { iceServers = [] } = connection.getConfiguration();
    const { connectionState: state, openedAtMs } = connection;
    return { state, frames, iceServers: iceServers.length, openedAtMs };
  });
