import { expectNewPicture } from './new-picture.ts';
import { expect, test } from './topology.ts';

test('a VPN that comes up during the share does not end the picture', async ({
  networks: { lab, presenterSide, viewerSide, stamp },
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  // Two pictures are waited for, and a new way in between.
  test.setTimeout(120_000);
  const meeting = await meet({ ice: stunAndTurn });
  await expectPicture(meeting, { isDirectPossible: true });
  const vpn = await lab.openNetwork(3);
  await presenterSide.machine.plugInto(vpn, 50);
  const farSide = viewerSide.network.publicAddress();
  await expect.poll(() => vpn.sendsUdpTo(farSide), 'packets take the VPN').toBe(true);
  await expectNewPicture(meeting.viewer, stamp.id);
  // The way by the VPN's own NAT is as direct as the one before.
  await expectPicture(meeting, { isDirectPossible: true });
});
