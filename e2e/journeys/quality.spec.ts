import { openClipWindow } from '../stamp/clip-window.ts';
import { openPaintedClock, readPaintingDelays } from '../stamp/painted-clock.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import type { PresenterPage } from '../support/presenter-page.ts';
import { qualityOn } from '../support/quality-panel.ts';
import type { SignalingService } from '../support/signaling-service.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

const CLIP = { x: 860, y: 330, width: 1040, height: 720 } as const;

async function letMinaWatch(
  presenter: PresenterPage,
  viewer: ViewerPage,
  service: SignalingService,
): Promise<void> {
  const { code } = await presenter.share();
  await viewer.join(service.origin, code, 'Mina');
  await presenter.allow();
  await expect(viewer.video).toBeVisible();
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

test('the delay in the panel is that of what is painted on the screen', async ({
  presenter,
  openViewer,
  service,
}) => {
  const viewer = await openViewer();
  // A computer that cannot keep up captures later than it says; painting costs it most.
  await viewer.page.setViewportSize({ width: 640, height: 480 });
  await letMinaWatch(presenter, viewer, service);
  const clock = await openPaintedClock(31, PLACES.upper);
  const panel = qualityOn(viewer.page);
  await panel.open();
  await expect.poll(panel.delayMs).toBeGreaterThan(0);

  const delays = readPaintingDelays(viewer.video, PLACES.upper, 60);
  const told = await panel.delaysWhile(delays);
  const painted = await delays;
  clock.close();
  test.info().annotations.push({
    type: 'delay',
    description: `painted ${medianOf(painted)} ms, told ${medianOf(told)} ms`,
  });
  expect(painted.length).toBeGreaterThan(40);
  expect(Math.abs(medianOf(told) - medianOf(painted))).toBeLessThanOrEqual(15);
});

test('the numbers in the panel are those the browser counts', async ({
  presenter,
  openViewer,
  service,
  stamp,
}) => {
  const viewer = await openViewer();
  await letMinaWatch(presenter, viewer, service);
  await viewer.expectLivePicture(stamp.id);
  const panel = qualityOn(viewer.page);
  await panel.open();
  const { width, height } = await viewer.pictureSize();
  await expect(panel.fact('Picture')).toContainText(`${width} × ${height}`);
  await expect(panel.fact('Data rate')).toContainText(await viewer.receivedCodec());
  await expect(panel.fact('Network')).toHaveText(/^\d+ ms there and back.*% lost/);

  const before = { bytes: await viewer.receivedMediaBytes(), atMs: Date.now() };
  const rates = await panel.ratesOf(6);
  const bytes = (await viewer.receivedMediaBytes()) - before.bytes;
  const countedBps = (bytes * 8_000) / (Date.now() - before.atMs);
  const toldBps = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  expect(toldBps / countedBps).toBeGreaterThan(0.6);
  expect(toldBps / countedBps).toBeLessThan(1.7);
});

test('what is decided automatically is shown, and a person’s choice wins', async ({
  presenter,
  openViewer,
  service,
}) => {
  const viewer = await openViewer();
  await letMinaWatch(presenter, viewer, service);
  const atViewer = qualityOn(viewer.page);
  const atPresenter = qualityOn(presenter.page, 'How the picture fares at Mina');
  await atViewer.open();
  await atPresenter.open();
  await expect(atViewer.fact('Made for')).toContainText('Sharp text');

  const clip = await openClipWindow(CLIP);
  for (const panel of [atViewer, atPresenter]) {
    await expect(panel.fact('Made for')).toHaveText(/Smooth motion.*a lot is moving/);
  }
  await presenter.page.getByLabel('Picture quality').selectOption('Sharp text');
  for (const panel of [atViewer, atPresenter]) {
    await expect(panel.fact('Made for')).toHaveText(/Sharp text.*The presenter chose it/);
  }
  await presenter.page.getByLabel('Picture quality').selectOption('Automatic');
  await expect(atViewer.fact('Made for')).toContainText('Smooth motion');
  await clip.close();
  await expect(atViewer.fact('Made for')).toHaveText(/Sharp text.*Chosen automatically/);
});

test('the panel is there for the keyboard and for screen readers', async ({
  presenter,
  openViewer,
  service,
}) => {
  const viewer = await openViewer();
  await letMinaWatch(presenter, viewer, service);
  const { button, fact, graph } = qualityOn(viewer.page);
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(graph).toHaveAccessibleName(/^The last minute\. Delay .*Data rate from/);
  for (const name of ['Delay', 'Picture', 'Data rate', 'Network', 'Made for']) {
    await expect(fact(name)).toBeVisible();
  }
  await viewer.page.keyboard.press('Tab');
  await viewer.page.keyboard.press('Enter');
  await expect(viewer.page.getByText('Waiting for the next capture counts')).toBeVisible();
  await viewer.page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(graph).toHaveCount(0);
});
