import { describe, expect, it } from 'vitest';
import type { IceServer } from '../../signaling/protocol.ts';
import { OTHER, openRoom, VIEWER } from './testing/presenting.ts';
import { askToJoin, beLetIn, offerOf, PRESENTER, TOKEN } from './testing/watching.ts';

const own: IceServer = { urls: ['turn:own.example'], username: 'u', credential: 'c' };
const granted: IceServer = { urls: ['stun:granted.example'] };

describe('servers of one’s own', () => {
  it('are used beside those of the service, for viewers who were let in only', async () => {
    let servers: readonly IceServer[] = [own];
    const { server, peers, presenter, viewer, other } = await openRoom({
      ownIceServers: () => servers,
    });
    server.latest.say({ type: 'ice-servers', iceServers: [granted] });
    server.latest.say(viewer.joinRequest('Ada'));
    expect(peers.latest.iceServers, 'nobody asks them about who only asks').toEqual([]);
    presenter.approve(VIEWER);
    expect(peers.latest.iceServers).toEqual([granted, own]);
    servers = [];
    server.latest.say(other.joinRequest('Bo'));
    presenter.approve(OTHER);
    expect(peers.latest.iceServers, 'as they are now').toEqual([granted]);
  });

  it('are used by a viewer, and not before it was let in', async () => {
    const ownIceServers = () => [own];
    const waiting = await askToJoin({ ownIceServers });
    waiting.server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    waiting.server.latest.say(waiting.presenter.signal(offerOf(1)));
    expect(waiting.peers.latest.iceServers).toEqual([]);
    const inside = await beLetIn({ ownIceServers });
    inside.server.latest.say(inside.presenter.signal(offerOf(1)));
    expect(inside.peers.latest.iceServers).toEqual([own]);
  });

  it('can be the relay that “by relay only” needs', async () => {
    const changed = { ownIceServers: () => [own], pathPolicy: () => 'relay-only' as const };
    expect((await openRoom(changed)).presenter.getState().name).toBe('open');
    expect((await beLetIn(changed)).viewer.getState().name).toBe('negotiating');
  });
});
