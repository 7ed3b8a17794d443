import { NO_PICTURE } from './route-figures.ts';
import { expect, test } from './topology.ts';

test('where no way leads from one to the other the viewer is told so, and what to do', {
  annotation: NO_PICTURE,
}, async ({ networks, stunOnly, meet }) => {
  // Both try for long before they give up: a picture late is better than none.
  test.setTimeout(150_000);
  await networks.viewerSide.network.setRouter({ firewall: 'no-udp' });
  const { viewer, presenter } = await meet({ ice: stunOnly });
  await expect(viewer.heading('No way to your colleague was found')).toBeVisible({
    timeout: 100_000,
  });
  await expect(viewer.page.getByRole('button', { name: 'Check the connection' })).toBeVisible();
  await expect(presenter.heading('You are sharing your screen')).toBeVisible();
});
