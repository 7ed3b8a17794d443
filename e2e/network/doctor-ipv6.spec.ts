import { test } from './examine.ts';
import { IPV6 } from './lab/addresses.ts';

test.use({ plan: IPV6 });

test('the check finds nothing wrong where there is only IPv6', async ({ examine, stunAndTurn }) => {
  await (await examine(stunAndTurn)).expectCause('Everything works');
});

test('the check sees that UDP is blocked where there is only IPv6', async ({
  examine,
  networks,
  stunAndTurn,
}) => {
  await networks.presenterSide.network.setRouter({ firewall: 'no-udp' });
  await (await examine(stunAndTurn)).expectCause('Everything works, but only by way of the relay');
});
