import type { Page } from '@playwright/test';
import { doctorOn } from '../support/doctor-page.ts';
import { expect, test } from '../support/journey.ts';
import { startSignalingService } from '../support/signaling-service.ts';

const openSettings = (page: Page) =>
  page.getByRole('button', { name: 'Settings', exact: true }).click();

test('both ends read how the picture travels', async ({
  presenter,
  openViewer,
  service,
  stamp,
}) => {
  const viewer = await openViewer();
  const { code } = await presenter.share();
  await viewer.join(service.origin, code, 'Mina');
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);

  const badge = viewer.page.getByRole('button', { name: 'How the picture travels: Direct' });
  await badge.click();
  await expect(viewer.page.getByText('straight from device to device')).toBeVisible();
  await expect(viewer.page.getByText(/^There and back in \d+ ms\./)).toBeVisible();
  await viewer.page.keyboard.press('Escape');
  await expect(viewer.page.getByText('straight from device to device')).toBeHidden();
  await expect(
    presenter.page.getByRole('button', { name: 'How the picture travels to Mina: Direct' }),
  ).toBeVisible();
});

test('whoever wants a relay where there is none is told, and finds the reason', async ({
  presenter,
  openViewer,
  service,
}) => {
  const viewer = await openViewer();
  const { page } = viewer;
  await page.goto(service.origin);
  await openSettings(page);
  await page.getByRole('radio', { name: 'By relay only' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await openSettings(page);
  await expect(page.getByRole('radio', { name: 'By relay only' })).toBeChecked();
  await page.keyboard.press('Escape');

  const { code } = await presenter.share();
  await viewer.joinFromHome(code, 'Mina');
  await presenter.allow();
  await expect(viewer.heading('There is no relay to use')).toBeVisible();
  const doctor = doctorOn(page);
  await doctor.open();
  await doctor.expectCause('By relay only, but there is no relay');
});

test('the settings name the servers that see an address', async ({ openViewer }) => {
  const service = await startSignalingService();
  const { page } = await openViewer();
  await page.goto(service.origin);
  await openSettings(page);
  const names = page.getByRole('dialog').getByText('never your picture');
  await expect(names).toContainText('stun.l.google.com by Google');
  await expect(names).toContainText('stun.cloudflare.com by Cloudflare');
  await service.close();
});
