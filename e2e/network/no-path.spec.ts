import { expect, test } from './topology.ts';

test('where no way leads from one to the other both are told so', async ({
  networks,
  stunOnly,
  meet,
}) => {
  // Both try for long before they give up: a picture late is better than none.
  test.setTimeout(150_000);
  await networks.viewerSide.network.setRouter({ firewall: 'no-udp' });
  const { viewer } = await meet({ ice: stunOnly });
  await expect(viewer.heading('No way to your colleague was found')).toBeVisible({
    timeout: 100_000,
  });
});
