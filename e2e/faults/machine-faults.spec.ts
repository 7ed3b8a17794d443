import { crashAndReopen } from '../support/crashed-page.ts';
import { expect, lasting, test } from './running-share.ts';

for (const side of ['presenterSide', 'viewerSide'] as const) {
  const who = side === 'presenterSide' ? 'presenter' : 'viewer';

  test(`the ${who}’s machine stands still for 20 seconds`, async ({ networks, share }) => {
    const running = await share({ by: 'direct' });
    await networks[side].machine.suspend();
    await lasting(20_000);
    await networks[side].machine.wake();
    await running.expectUnharmed();
  });
}

test('the viewer’s page is loaded anew', async ({ share }) => {
  const running = await share({ by: 'direct' });
  await running.viewer.page.reload();
  await running.expectUnharmed();
});

test('the viewer’s tab crashes and is opened again', async ({ share }) => {
  const running = await share({ by: 'direct' });
  const reopened = await crashAndReopen(running.viewer.page);
  await expect.poll(reopened.framesShown).toBeGreaterThan(0);
  const framesBefore = await reopened.framesShown();
  await expect.poll(reopened.framesShown).toBeGreaterThan(framesBefore);
  await running.expectSameRoom();
});

test('both clocks are set an hour ahead, and back', async ({ share }) => {
  const running = await share({ by: 'direct' });
  for (const offsetMs of [3_600_000, -3_600_000]) {
    for (const { page } of [running.viewer, running.presenter]) {
      await page.evaluate((jumpMs) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + jumpMs;
      }, offsetMs);
    }
    await running.expectPictureThroughout(5_000);
  }
  await running.expectUnharmed();
});

test('the presenter’s window is loaded anew', async ({ share }) => {
  const { presenter, viewer } = await share({ by: 'direct' });
  await presenter.page.reload();
  await expect(viewer.heading('The share is over')).toBeVisible();
  // Nothing is captured again without its person.
  await expect(presenter.shareButton).toBeVisible();
});
