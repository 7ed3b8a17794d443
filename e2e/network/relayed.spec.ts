import type { RouterMode } from './lab/local-network.ts';
import { isRelayed, type Routes } from './link-route.ts';
import { expect, test } from './topology.ts';

type Protocol = 'udp' | 'tcp' | 'tls';

const UDP: readonly Protocol[] = ['udp'];
/** Which of them answers first is chance. */
const TCP_OR_TLS: readonly Protocol[] = ['tcp', 'tls'];
const TLS: readonly Protocol[] = ['tls'];

type Topology = {
  readonly where: string;
  readonly routers: { presenter?: Partial<RouterMode>; viewer?: Partial<RouterMode> };
  /** How each side may speak to a relay; by anything but UDP it has no other way at all. */
  readonly relayedBy: { presenter: readonly Protocol[]; viewer: readonly Protocol[] };
};

// None of these has a direct way: a symmetric NAT sends to a peer from a port the peer was never
// told, and the other router lets in only what answers. So a relay is right, and only a relay.
const topologies: readonly Topology[] = [
  {
    where: 'behind a symmetric NAT on the presenter’s side',
    routers: { presenter: { nat: 'symmetric' } },
    relayedBy: { presenter: UDP, viewer: UDP },
  },
  {
    where: 'behind a symmetric NAT on the viewer’s side',
    routers: { viewer: { nat: 'symmetric' } },
    relayedBy: { presenter: UDP, viewer: UDP },
  },
  {
    where: 'behind symmetric NATs on both sides',
    routers: { presenter: { nat: 'symmetric' }, viewer: { nat: 'symmetric' } },
    relayedBy: { presenter: UDP, viewer: UDP },
  },
  {
    where: 'where UDP is blocked on the presenter’s side',
    routers: { presenter: { firewall: 'no-udp' } },
    relayedBy: { presenter: TCP_OR_TLS, viewer: UDP },
  },
  {
    where: 'where UDP is blocked on both sides',
    routers: { presenter: { firewall: 'no-udp' }, viewer: { firewall: 'no-udp' } },
    relayedBy: { presenter: TCP_OR_TLS, viewer: TCP_OR_TLS },
  },
  {
    where: 'where only port 443 is open on the viewer’s side',
    routers: { viewer: { firewall: 'only-443' } },
    relayedBy: { presenter: UDP, viewer: TLS },
  },
];

for (const { where, routers, relayedBy } of topologies) {
  test(`${where} the picture goes by the relay`, async ({
    networks,
    stunAndTurn,
    meet,
    expectPicture,
  }) => {
    await networks.presenterSide.network.setRouter(routers.presenter ?? {});
    await networks.viewerSide.network.setRouter(routers.viewer ?? {});
    const meeting = await meet({ ice: stunAndTurn });
    expectRelayedBy(await expectPicture(meeting, { isDirectPossible: false }), relayedBy);
  });
}

function expectRelayedBy(routes: Routes, relayedBy: Topology['relayedBy']): void {
  expect(isRelayed(routes)).toBe(true);
  for (const side of ['presenter', 'viewer'] as const) {
    const { local, relayProtocol } = routes[side];
    if (relayedBy[side] !== UDP) expect(local).toBe('relay');
    if (local === 'relay') expect(relayedBy[side]).toContain(relayProtocol);
  }
}
