import { expect, test } from './topology.ts';

test('a VPN that comes up during the share does not end the picture', async ({
  networks: { lab, presenterSide, viewerSide },
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  const meeting = await meet({ ice: stunAndTurn });
  await expectPicture(meeting, { isDirectPossible: true });
  const vpn = await lab.openNetwork(3);
  await presenterSide.machine.plugInto(vpn, 50);
  const farSide = viewerSide.network.publicAddress();
  await expect.poll(() => vpn.sendsUdpTo(farSide), 'packets take the VPN').toBe(true);
  // The way by the VPN's own NAT is as direct as the one before.
  await expectPicture(meeting, { isDirectPossible: true });
});
