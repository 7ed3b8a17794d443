import { expect, test } from './examine.ts';

test('the check finds nothing wrong behind an ordinary NAT', async ({ examine, stunAndTurn }) => {
  const doctor = await examine(stunAndTurn);
  await doctor.expectCause('Everything works');
  for (const relay of ['Relay over UDP', 'Relay over TCP', 'Relay over TLS']) {
    await expect(doctor.row(relay, 'Fine')).toBeVisible();
  }
});

test('the check sees that a symmetric NAT needs the relay', async ({
  examine,
  networks,
  stunAndTurn,
}) => {
  await networks.presenterSide.network.setRouter({ nat: 'symmetric' });
  await (await examine(stunAndTurn)).expectCause('Everything works, by way of the relay');
});

test('the check sees that a symmetric NAT has no relay', async ({
  examine,
  networks,
  stunOnly,
}) => {
  await networks.presenterSide.network.setRouter({ nat: 'symmetric' });
  await (await examine(stunOnly)).expectCause(
    'Your router makes direct connections hard, and there is no relay',
  );
});

for (const firewall of ['no-udp', 'only-443'] as const) {
  test(`the check sees that UDP is blocked and a relay works (${firewall})`, async ({
    examine,
    networks,
    stunAndTurn,
  }) => {
    await networks.presenterSide.network.setRouter({ firewall });
    const doctor = await examine(stunAndTurn);
    await doctor.expectCause('Everything works, but only by way of the relay');
    await expect(doctor.row('Relay over TLS', 'Fine')).toBeVisible();
    await expect(
      doctor.row('Relay over TCP', firewall === 'no-udp' ? 'Fine' : 'Problem'),
    ).toBeVisible();
  });
}

test('the check sees that UDP is blocked and there is no relay', async ({
  examine,
  networks,
  stunOnly,
}) => {
  await networks.presenterSide.network.setRouter({ firewall: 'no-udp' });
  await (await examine(stunOnly)).expectCause('UDP is blocked, and there is no relay');
});

test('the check sees that the relay does not know the secret', async ({
  examine,
  networks,
  stunAndTurn,
}) => {
  await networks.presenterSide.network.setRouter({ nat: 'symmetric' });
  const doctor = await examine({ ...stunAndTurn, turnSecret: 'not-the-secret-that-coturn-knows' });
  await doctor.expectCause('The relay does not accept our credentials');
});

test('the check sees that the relay is down', async ({ examine, networks, stunAndTurn }) => {
  await networks.presenterSide.network.setRouter({ firewall: 'no-udp' });
  await networks.lab.coturn.kill();
  try {
    await (await examine(stunAndTurn)).expectCause('The relay does not answer');
  } finally {
    await networks.lab.coturn.restart();
  }
});

test('the check sees that names cannot be looked up', async ({
  examine,
  networks,
  stunAndTurn: { turnSecret },
}) => {
  await networks.presenterSide.network.setRouter({ nat: 'symmetric' });
  const turnUrls = ['turn:relay.sightline.test:3478?transport=udp'];
  const doctor = await examine({ stunUrls: [], turnUrls, ...(turnSecret ? { turnSecret } : {}) });
  await doctor.expectCause('The relay’s name cannot be looked up');
});

test('the check sees that there is no way to the server any more', async ({
  examine,
  networks,
  stunAndTurn,
}) => {
  const doctor = await examine(stunAndTurn);
  await doctor.expectCause('Everything works');
  await networks.presenterSide.network.setFirewall('offline');
  await doctor.again();
  await doctor.expectCause('The server cannot be reached');
});

test('the check sees that the computer has no network', async ({
  examine,
  networks,
  stunAndTurn,
}) => {
  const doctor = await examine(stunAndTurn);
  await doctor.expectCause('Everything works');
  await networks.presenterSide.machine.main.setLink('down');
  await doctor.again();
  try {
    await doctor.expectCause('You are offline');
  } finally {
    await networks.presenterSide.machine.main.setLink('up');
  }
});

test('the check is not misled by a second interface that leads nowhere', async ({
  examine,
  networks: { lab, presenterSide },
  stunAndTurn,
}) => {
  const deadEnd = await lab.openNetwork(4);
  await deadEnd.setRouter({ firewall: 'offline' });
  await presenterSide.machine.plugInto(deadEnd, 200);
  await (await examine(stunAndTurn)).expectCause('Everything works');
});
