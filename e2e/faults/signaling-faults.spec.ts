import type { TwoNetworks } from '../network/two-networks.ts';
import { viewerOn } from '../support/viewer-page.ts';
import { expect, lasting, type RunningShare, test } from './running-share.ts';

test('the signaling service is killed and comes back empty', async ({ networks, share }) => {
  const running = await share({ by: 'direct' });
  await running.service.kill();
  await running.expectPictureThroughout(20_000);
  await running.service.restart();
  await expect(running.presenter.reconnectingNotice).toBeHidden();
  await running.expectUnharmed();
  await expectNewcomerGetsIn(networks, running);
});

test('the presenter’s signaling socket hangs without a word', async ({ networks, share }) => {
  const running = await share({ by: 'direct' });
  await networks.presenterSide.network.impairment.hangConnectionsTo(443);
  await running.expectPictureThroughout(10_000);
  await running.expectUnharmed();
  await expectNewcomerGetsIn(networks, running);
});

test('the presenter’s signaling socket hangs just when a new way is needed', async ({
  networks: { presenterSide, viewerSide },
  share,
}) => {
  const running = await share({ by: 'direct' });
  await presenterSide.network.impairment.hangConnectionsTo(443);
  await viewerSide.network.setFirewall('no-udp');
  await running.expectUnharmed();
});

test('signaling is away while the presenter’s address changes', async ({
  networks: { presenterSide },
  share,
}) => {
  const running = await share({ by: 'direct' });
  await running.service.kill();
  await presenterSide.machine.main.changeAddress();
  await lasting(5_000);
  await running.service.restart();
  await running.expectUnharmed();
});

/** The room lives on under the same code, and its presenter can be reached. */
async function expectNewcomerGetsIn(
  { lab, viewerSide, stamp }: TwoNetworks,
  running: RunningShare,
): Promise<void> {
  const other = viewerOn(await running.openPage(viewerSide.browser));
  await other.join(lab.origin, running.code, 'Bo');
  await expect(running.presenter.asking('Bo')).toBeVisible();
  await running.presenter.allow();
  await other.expectLivePicture(stamp.id);
}
