import { describe, expect, it } from 'vitest';
import { offer } from './testing/fake-peers.ts';
import { openRoom, VIEWER, welcome } from './testing/presenting.ts';
import { settle } from './testing/test-deps.ts';
import { beLetIn, offerOf, stream, watch } from './testing/watching.ts';

/** ICE servers with credentials that are good for ten minutes. */
const grantOf = (credential: string) => ({
  iceServers: [{ urls: ['turn:relay.example'], username: 'u', credential }],
  iceLifetimeMs: 600_000,
});

describe('a presenter who hears nothing from a viewer', () => {
  async function fallSilent() {
    const room = await openRoom();
    const peer = room.letIn(room.viewer, VIEWER);
    peer.isSilent = true;
    const stage = () => room.open().viewers[0]?.stage;
    return { ...room, peer, stage };
  }

  it('rides out a moment, then looks for a new way on the same peer', async () => {
    const { clock, peer, peers, stage } = await fallSilent();
    clock.advance(1_900);
    expect([stage(), peer.iceRestarts]).toEqual(['watching', 0]);
    clock.advance(600);
    expect([stage(), peer.iceRestarts]).toEqual(['reconnecting', 1]);
    clock.advance(3_000);
    expect([peer.iceRestarts, peers.opened.length]).toEqual([2, 1]);
  });

  it('goes on as if nothing had been when the viewer is heard again', async () => {
    const { clock, peer, peers, stage, track } = await fallSilent();
    clock.advance(4_000);
    peer.isSilent = false;
    clock.advance(1_000);
    expect([stage(), peers.opened.length]).toEqual(['watching', 1]);
    expect(peer.shown.at(-1)).toBe(track);
    expect(peer.freshPictures, 'the viewer need not wait for a frame it can decode').toBe(1);
    expect(peer.messages.at(-1)).toEqual({ type: 'share-state', isPaused: false });
  });

  it('builds the peer anew when no new way was found', async () => {
    const { clock, peer, peers, viewer, stage } = await fallSilent();
    clock.advance(10_000);
    expect([peer.isClosed, peers.opened.length]).toEqual([true, 2]);
    viewer.watch(peers.latest, 2);
    expect(stage()).toBe('watching');
  });

  it('makes sure of the server, and builds nothing that could not reach the viewer', async () => {
    const { clock, server, peers, open, stage } = await fallSilent();
    server.latest.fallSilent();
    clock.advance(5_000);
    expect(open().signaling, 'noticed long before the next regular ping').toBe('reconnecting');
    clock.advance(120_000);
    expect([peers.opened.length, stage()]).toEqual([1, 'reconnecting']);
    server.latest.accept();
    server.latest.say({
      type: 'presenter-resumed',
      ...welcome,
      isLocked: false,
      viewers: [{ peerId: VIEWER, greeting: 'g', isApproved: true, isAway: false }],
    });
    expect(peers.opened.length, 'at once when the server is back').toBe(2);
  });

  it('looks for a way at once when the viewer is back at the server', async () => {
    const { clock, server, peer } = await fallSilent();
    clock.advance(3_000);
    server.latest.say({ type: 'peer-back', peerId: VIEWER });
    expect(peer.iceRestarts).toBe(2);
  });

  it('looks for a way when the viewer hears nothing', async () => {
    const { server, viewer, peer } = await fallSilent();
    server.latest.say(viewer.signal({ type: 'restart-ice', link: 1 }));
    expect(peer.iceRestarts).toBe(1);
  });

  it('uses the newest credentials for it', async () => {
    const { clock, server, peer } = await fallSilent();
    server.latest.say({ type: 'ice-servers', ...grantOf('new') });
    clock.advance(2_500);
    expect(peer.iceServers).toEqual(grantOf('new').iceServers);
    clock.advance(300_000);
    expect(server.latest.received).toContainEqual({ type: 'ask-ice-servers' });
  });
});

describe('a viewer who was let in but never reached', () => {
  it('is told to the presenter by name, until somebody asks again', async () => {
    const { server, open, presenter, viewer, other } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    presenter.approve(VIEWER);
    server.latest.say(viewer.signal({ type: 'given-up', link: 1 }));
    expect([open().viewers, open().unreachable]).toEqual([[], 'Ada']);
    server.latest.say(other.joinRequest('Bo'));
    expect(open().unreachable).toBeNull();
  });
});

describe('a viewer who never reaches the presenter', () => {
  it('tries again, then says so to the presenter and ends with the reason', async () => {
    const { clock, server, viewer, presenter, peers } = await beLetIn();
    server.latest.say(presenter.signal(offerOf(1)));
    clock.advance(19_000);
    expect(viewer.getState(), 'and it is said that it takes long').toEqual({
      name: 'negotiating',
      isSlow: true,
    });
    clock.advance(60_000);
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'no-path' });
    expect(peers.opened.every(({ isClosed }) => isClosed)).toBe(true);
    const told = server.latest.received.flatMap((message) =>
      message.type === 'signal' ? (presenter.open(message)?.type ?? []) : [],
    );
    expect(new Set(told)).toEqual(new Set(['rebuild', 'given-up']));
  });
});

describe('a viewer who hears nothing from the presenter', () => {
  async function fallSilent() {
    const parts = await watch();
    const peer = parts.peers.latest;
    peer.isSilent = true;
    const { server, presenter } = parts;
    const asked = () =>
      server.latest.received.flatMap((message) =>
        message.type === 'signal' ? (presenter.open(message)?.type ?? []) : [],
      );
    return { ...parts, peer, asked };
  }

  it('keeps the last frame, and asks for a new way', async () => {
    const { clock, viewer, asked } = await fallSilent();
    clock.advance(1_900);
    expect(viewer.getState().name).toBe('connected');
    clock.advance(600);
    expect(viewer.getState()).toMatchObject({ name: 'reconnecting', stream });
    expect(asked()).toContain('restart-ice');
  });

  it('goes on watching when the presenter is heard again', async () => {
    const { clock, viewer, peer, peers } = await fallSilent();
    clock.advance(4_000);
    peer.isSilent = false;
    clock.advance(1_000);
    expect(viewer.getState()).toMatchObject({ name: 'connected', stream });
    expect(peers.opened).toHaveLength(1);
  });

  it('counts a picture that trickles in as life', async () => {
    const { clock, viewer, peer } = await fallSilent();
    for (let second = 0; second < 10; second += 1) {
      peer.bytesReceived += 100;
      clock.advance(500);
      await settle();
      clock.advance(500);
      await settle();
    }
    expect(viewer.getState().name).toBe('connected');
  });

  it('takes the link the presenter builds anew, and asks for it only when none comes', async () => {
    const { clock, server, viewer, peers, presenter, asked } = await fallSilent();
    clock.advance(9_500);
    expect(asked()).not.toContain('rebuild');
    server.latest.say(presenter.signal(offerOf(2)));
    expect(peers.latest.signals).toEqual([offer]);
    peers.latest.listeners.onStream(stream);
    peers.latest.listeners.onTransport('connected');
    peers.latest.listeners.onMessage(presenter.proof(2));
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: false });
    expect(viewer.getState().name).toBe('connected');

    peers.latest.isSilent = true;
    clock.advance(13_000);
    expect(asked()).toContain('rebuild');
  });

  it('gathers with the newest credentials when a new way is offered', async () => {
    const { server, peer, presenter } = await fallSilent();
    server.latest.say({ type: 'ice-servers', ...grantOf('new') });
    server.latest.say(presenter.signal(offerOf(1)));
    expect(peer.iceServers).toEqual(grantOf('new').iceServers);
  });

  it('asks for new credentials while the old ones are still good', async () => {
    const { clock, server } = await watch();
    server.latest.say({ type: 'ice-servers', ...grantOf('old') });
    clock.advance(299_000);
    expect(server.latest.received).not.toContainEqual({ type: 'ask-ice-servers' });
    clock.advance(2_000);
    expect(server.latest.received).toContainEqual({ type: 'ask-ice-servers' });
  });
});

describe('relay only', () => {
  it('shares and watches nothing without a relay', async () => {
    const room = await openRoom({ pathPolicy: () => 'relay-only' });
    expect(room.presenter.getState()).toEqual({ name: 'closed', reason: 'relay-missing' });
    const parts = await beLetIn({ pathPolicy: () => 'relay-only' });
    expect(parts.viewer.getState()).toEqual({ name: 'closed', reason: 'relay-missing' });
    expect([...room.peers.opened, ...parts.peers.opened]).toEqual([]);
  });
});
