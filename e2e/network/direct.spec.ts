import { NO_ICE_SERVERS } from './lab/signaling-in.ts';
import type { Routes } from './link-route.ts';
import { expect, test } from './topology.ts';

/** Without hairpinning the only way from here to here is the LAN, whatever a browser calls it. */
const expectLan = (routes: Routes) => {
  for (const { local } of Object.values(routes)) expect(['host', 'prflx']).toContain(local);
};

test('in one office the picture goes from machine to machine', async ({
  networks,
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  const viewerBrowser = await networks.openNeighbour();
  const meeting = await meet({ ice: stunAndTurn, viewerBrowser });
  const routes = await expectPicture(meeting, { isDirectPossible: true });
  expectLan(routes);
});

test('in one office the picture needs no STUN or TURN server at all', async ({
  networks,
  meet,
  expectPicture,
}) => {
  const viewerBrowser = await networks.openNeighbour();
  const meeting = await meet({ ice: NO_ICE_SERVERS, viewerBrowser });
  const routes = await expectPicture(meeting, { isDirectPossible: true });
  expectLan(routes);
});

test('behind two NATs that keep ports the picture goes directly, with a relay at hand', async ({
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  await expectPicture(await meet({ ice: stunAndTurn }), { isDirectPossible: true });
});

test('behind two NATs that keep ports STUN is enough', async ({
  stunOnly,
  meet,
  expectPicture,
}) => {
  await expectPicture(await meet({ ice: stunOnly }), { isDirectPossible: true });
});

test('a second interface that leads nowhere is no hindrance', async ({
  networks: { lab, presenterSide, viewerSide },
  stunAndTurn,
  meet,
  expectPicture,
}) => {
  const deadEnd = await lab.openNetwork(4);
  await deadEnd.setRouter({ firewall: 'offline' });
  for (const { machine } of [presenterSide, viewerSide]) await machine.plugInto(deadEnd, 200);
  await expectPicture(await meet({ ice: stunAndTurn }), { isDirectPossible: true });
});
