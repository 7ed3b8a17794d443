import { lasting, test } from './running-share.ts';

test('300 kbit/s for a while', async ({ networks: { presenterSide }, share }) => {
  const running = await share({ by: 'direct' });
  const { impairment } = presenterSide.network;
  await impairment.setRate(300);
  await running.expectPictureThroughout(15_000);
  await impairment.setRate(null);
  await running.expectUnharmed();
});

for (const lossMs of [5_000, 30_000]) {
  test(`nothing gets through for ${lossMs / 1_000} seconds`, async ({
    networks: { presenterSide },
    share,
  }) => {
    const running = await share({ by: 'direct' });
    await presenterSide.network.impairment.setLoss(100);
    await lasting(lossMs);
    await presenterSide.network.impairment.setLoss(0);
    await running.expectUnharmed();
  });
}

test('the cable is out for 12 seconds', async ({ networks: { viewerSide }, share }) => {
  const running = await share({ by: 'direct' });
  await viewerSide.machine.main.setLink('down');
  await lasting(12_000);
  await viewerSide.machine.main.setLink('up');
  await running.expectUnharmed();
});

for (const side of ['presenterSide', 'viewerSide'] as const) {
  const who = side === 'presenterSide' ? 'presenter' : 'viewer';

  test(`the ${who}’s machine gets another address`, async ({ networks, share }) => {
    const running = await share({ by: 'direct' });
    await networks[side].machine.main.changeAddress();
    await running.expectUnharmed();
  });

  test(`the ${who}’s router gets another public address`, async ({ networks, share }) => {
    const running = await share({ by: 'direct' });
    await networks[side].network.changePublicAddress();
    await running.expectUnharmed();
  });
}

test('the router forgets who talks to whom', async ({ networks: { viewerSide }, share }) => {
  const running = await share({ by: 'direct' });
  await viewerSide.network.forgetMappings();
  await running.expectUnharmed();
});

test('UDP is blocked from now on', async ({ networks: { viewerSide }, share }) => {
  const running = await share({ by: 'direct' });
  await viewerSide.network.setFirewall('no-udp');
  await running.expectUnharmed();
});
