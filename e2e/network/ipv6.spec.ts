import { IPV6 } from './lab/addresses.ts';
import { expect, test } from './topology.ts';

test.use({ plan: IPV6 });

test('where there is only IPv6 the picture goes directly', async ({
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  const meeting = await meet({ ice: stunAndTurn });
  const { presenter, viewer } = await expectPicture(meeting, { isDirectPossible: true });
  expect([presenter.isIpv6, viewer.isIpv6]).toEqual([true, true]);
});

test('where there is only IPv6 and no UDP the picture goes by the relay', async ({
  networks,
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  await networks.viewerSide.network.setRouter({ firewall: 'no-udp' });
  const meeting = await meet({ ice: stunAndTurn });
  const { viewer } = await expectPicture(meeting, { isDirectPossible: false });
  expect(viewer.local).toBe('relay');
  expect(['tcp', 'tls']).toContain(viewer.relayProtocol);
});
