import { openChromium } from '../support/chromium.ts';
import { doctorOn } from '../support/doctor-page.ts';
import { expect, test } from '../support/journey.ts';
import { startSignalingService } from '../support/signaling-service.ts';
import { startStunServer } from '../support/stun-server.ts';

test('the check finds everything in order, and its report gives nothing away', async ({
  openPresenter,
}) => {
  const stun = [await startStunServer(), await startStunServer()];
  const urls = stun.map(
    ({ port }, place) => `stun:${place === 0 ? '127.0.0.1' : 'localhost'}:${port}`,
  );
  const service = await startSignalingService(urls.flatMap((url) => ['--stun', url]));
  const { page } = await openPresenter(service.origin);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = doctorOn(page);

  await doctor.open();
  await doctor.expectCause('Everything works');
  await expect(doctor.row('Server', 'Fine')).toContainText('It answers.');
  await expect(doctor.row('STUN servers', 'Fine')).toContainText('localhost – It answers.');
  await expect(doctor.row('Address translation (NAT)', 'Fine')).toContainText(
    'the same port of yours',
  );
  await expect(page.getByRole('status')).toContainText('Everything works.');

  const report = await doctor.copyReport();
  expect(report).toContain('cause: all-good-direct');
  expect(report).toContain('localhost answers');
  expect(report, 'no IPv4 address').not.toMatch(/\d+\.\d+\.\d+\.\d+/);
  expect(report, 'no IPv6 address').not.toMatch(/[0-9a-f]*::?[0-9a-f]+:/i);
  expect(report, 'no port').not.toMatch(/\d{4,}/);
  expect(report, 'no mDNS name').not.toMatch(/\.local\b/);
  expect(report, 'no key, no room').not.toMatch(/[0-9a-f]{16,}/i);

  await doctor.back();
  await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  await service.close();
  for (const server of stun) server.close();
});

test('the check names UDP when no STUN server answers', async ({ openPresenter }) => {
  const gone = await startStunServer();
  const { port } = gone;
  gone.close();
  const service = await startSignalingService(['--stun', `stun:127.0.0.1:${port}`]);
  const doctor = doctorOn((await openPresenter(service.origin)).page);
  await doctor.open();
  await doctor.expectCause('UDP is blocked, and there is no relay');
  await service.close();
});

test('after a share that found no server, the check names the server', async ({
  presenter,
  service,
}) => {
  await service.kill();
  await presenter.shareButton.click();
  const doctor = doctorOn(presenter.page);
  await expect(presenter.heading('The server cannot be reached')).toBeVisible();
  await doctor.open();
  await expect(doctor.row('Live connection to the server', 'Problem')).toContainText(
    'does not open',
  );
  await doctor.expectCause('The server cannot be reached');

  await service.restart();
  await doctor.again();
  await expect(doctor.row('Live connection to the server', 'Fine')).toBeVisible();
  await expect(presenter.heading('The server cannot be reached')).toHaveCount(0);
});

test('the check names what lets http through but no WebSocket', async ({ openViewer, service }) => {
  const { page } = await openViewer();
  await page.routeWebSocket('**/ws', (socket) => void socket.close());
  await page.goto(service.origin);
  const doctor = doctorOn(page);
  await doctor.open();
  await doctor.expectCause('A proxy blocks the live connection to the server');
});

test('the check tells a page on plain http that it cannot share', async () => {
  const browser = await openChromium(['--host-resolver-rules=MAP sightline.example 127.0.0.1']);
  const stun = await startStunServer();
  const service = await startSignalingService([
    ...['--allowed-host', 'sightline.example'],
    ...['--stun', `stun:127.0.0.1:${stun.port}`],
  ]);
  const page = await browser.newPage();
  await page.goto(service.origin.replace('127.0.0.1', 'sightline.example'));
  const doctor = doctorOn(page);
  await doctor.open();
  await doctor.expectCause('This page cannot share a screen');
  await expect(doctor.row('Screen capture', 'Problem')).toContainText('not opened with https');
  await browser.close();
  await service.close();
  stun.close();
});

test('the check goes with the keyboard alone', async ({ openPresenter }) => {
  const stun = await startStunServer();
  const service = await startSignalingService(['--stun', `stun:127.0.0.1:${stun.port}`]);
  const { page } = await openPresenter(service.origin);
  const doctor = doctorOn(page);
  await page.getByRole('button', { name: 'Check the connection', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Connection check' })).toBeFocused();
  await doctor.expectCause('Everything works');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check again' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  await service.close();
  stun.close();
});

test('the app checks its own server', { tag: '@desktop' }, async ({ openDesktop }) => {
  const { page } = await openDesktop();
  const doctor = doctorOn(page);
  await doctor.open();
  await expect(doctor.row('Live connection to the server', 'Fine')).toBeVisible();
  await expect(doctor.row('Screen capture', 'Fine')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
});
