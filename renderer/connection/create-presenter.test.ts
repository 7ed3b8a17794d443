import { describe, expect, it } from 'vitest';
import { openingStatement } from '../../signaling/protocol.ts';
import { isSignedBy } from '../trust/presenter-key.ts';
import { createPresenter } from './create-presenter.ts';
import type { PresenterState } from './presenter-state.ts';
import { answer, offer } from './testing/fake-peers.ts';
import { NONCE } from './testing/fake-server.ts';
import { createFarViewer } from './testing/far-end.ts';
import { listening, OTHER, openRoom, TOKEN, VIEWER, welcome } from './testing/presenting.ts';
import { createFakeStream, createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';

const closeReason = (state: PresenterState) => (state.name === 'closed' ? state.reason : null);

describe('the presenter’s room', () => {
  it('opens under the derived name, signed, with an invite others can reach', async () => {
    const { server, open, opening } = await openRoom();
    expect(opening).toMatchObject({ roomId: ROOM_ID, isReopening: false });
    const statement = openingStatement({ ...opening, nonce: NONCE });
    expect(isSignedBy(opening.presenterKey, statement, opening.signature)).toBe(true);
    expect(open().invite.link).toBe(`http://10.0.0.5:8787/j#${open().invite.code}`);
    expect(JSON.stringify(server.latest.received)).not.toContain(open().invite.code);
  });

  it('opens again when the server forgot it, and lets its viewers back in unasked', async () => {
    const { server, peers, presenter, clock, open, opening, viewer, other, letIn } =
      await openRoom();
    letIn(viewer, VIEWER);
    server.latest.say(other.joinRequest('Bo'));
    presenter.setLocked(true);
    const { invite } = open();
    server.latest.drop();
    expect(open().signaling).toBe('reconnecting');
    clock.advance(10_000);
    server.latest.accept();
    expect(server.latest.received[0]).toMatchObject({ type: 'resume', resumeToken: TOKEN });
    server.latest.say({ type: 'refused', code: 'resume-failed', inReplyTo: 'resume' });
    expect(server.latest.received[1]).toEqual({ ...opening, isReopening: true });
    server.latest.say({ type: 'room-opened', ...welcome });
    expect(server.latest.received[2]).toEqual({ type: 'lock', isLocked: true });
    server.latest.say(viewer.joinRequest('Ada'));
    expect(server.latest.received.at(-1)).toEqual({ type: 'approve', peerId: VIEWER });
    expect(peers.opened.map(({ isClosed }) => isClosed)).toEqual([false, true]);
    expect(open()).toMatchObject({ signaling: 'online', invite });
    const listed = open().viewers.map(({ peerId }) => peerId);
    expect(listed, 'those who only asked, ask again').toEqual([VIEWER]);
  });

  it('proves itself anew when too many others of its network resumed in vain', async () => {
    const { server, clock, opening } = await openRoom();
    server.latest.drop();
    clock.advance(10_000);
    server.latest.accept();
    server.latest.say({ type: 'refused', code: 'too-many-attempts', inReplyTo: 'resume' });
    expect(server.latest.received.at(-1)).toEqual({ ...opening, isReopening: true });
  });

  it('tells when somebody else claims its name', async () => {
    const { server, open } = await openRoom();
    server.latest.say({ type: 'contested' });
    expect(open().isContested).toBe(true);
  });

  it('names the reason when the server cannot be reached or refuses', async () => {
    const { deps, server, clock } = createTestDeps();
    const { stream } = createFakeStream();
    const presenter = createPresenter({
      ...deps,
      bridge: listening('ws://x/ws'),
      qualityChoice: () => 'auto',
    });
    presenter.start(stream);
    await settle();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      server.latest.drop();
      clock.advance(10_000);
    }
    expect(closeReason(presenter.getState())).toBe('server-unreachable');
    expect(stream.getTracks()[0]?.readyState).toBe('ended');

    presenter.start(createFakeStream().stream);
    await settle();
    server.latest.accept();
    server.latest.say({ type: 'refused', code: 'server-full', inReplyTo: 'open-room' });
    expect(closeReason(presenter.getState())).toBe('server-full');
  });

  it('captures nothing more and tells everybody when the person stops', async () => {
    const { server, presenter, stream, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    presenter.stop();
    expect(stream.getTracks()[0]?.readyState).toBe('ended');
    expect(peer.shown.at(-1)).toBeNull();
    expect(peer.messages.at(-1)).toEqual({ type: 'share-ended' });
    expect(server.latest.received.at(-1)).toEqual({ type: 'leave' });
    expect(server.latest.isClosedByClient).toBe(true);
    expect(closeReason(presenter.getState())).toBe('stopped');
  });

  it('never opens for a capture that ends before', async () => {
    const { deps, server } = createTestDeps();
    const { stream, endBySystem } = createFakeStream();
    const bridge = listening('ws://x/ws');
    const presenter = createPresenter({ ...deps, bridge, qualityChoice: () => 'auto' });
    presenter.start(stream);
    await settle();
    server.latest.accept();
    endBySystem();
    expect(closeReason(presenter.getState())).toBe('capture-ended');
    expect(server.latest.received.at(-1)).toEqual({ type: 'leave' });
  });
});

describe('who may watch', () => {
  it('is nobody who only asks, whatever it sends', async () => {
    const { server, peers, open, viewer } = await openRoom();
    server.latest.say({ type: 'ice-servers', iceServers: [{ urls: ['stun:stun.example'] }] });
    server.latest.say(viewer.joinRequest('Ada'));
    expect(open().viewers).toMatchObject([{ peerId: VIEWER, name: 'Ada', stage: 'asking' }]);
    server.latest.say(viewer.signal({ type: 'rtc', link: 1, signal: answer }));
    viewer.watch(peers.latest);
    expect(peers.opened, 'a link, for a head start').toHaveLength(1);
    expect(peers.latest.iceServers, 'no help from servers').toEqual([]);
    expect(peers.latest.pathPolicy(), 'nor a word beyond the local network').toBe('lan-only');
    expect(peers.latest.shown).toEqual([]);
    expect(peers.latest.messages.map(({ type }) => type)).toEqual(['presenter-proof', 'wait']);
    expect(peers.latest.packets.every(({ line }) => line === 'probe')).toBe(true);
  });

  it('is whoever asked and proved itself, in the very moment it is let in', async () => {
    const { server, peers, presenter, open, viewer, track } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    viewer.watch(peers.latest);
    presenter.setPaused(true);
    presenter.setPaused(false);
    expect(peers.latest.shown).toEqual([]);
    presenter.approve(VIEWER);
    expect(peers.latest.shown).toEqual([track]);
    expect(peers.opened).toHaveLength(1);
    expect(open().viewers).toMatchObject([{ peerId: VIEWER, stage: 'watching' }]);
  });

  it('gets four bursts to measure its way with, and only one before its proof', async () => {
    const { server, peers, viewer } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    const { listeners, packets } = peers.latest;
    listeners.onMessage({ type: 'hello' });
    for (let asked = 0; asked < 9; asked += 1) listeners.onMessage({ type: 'burst-ask' });
    expect(packets).toHaveLength(20);
    viewer.watch(peers.latest);
    for (let asked = 0; asked < 9; asked += 1) listeners.onMessage({ type: 'burst-ask' });
    expect(packets).toHaveLength(80);
  });

  it('gets another link while it waits, once, when its way turns out to be slow', async () => {
    const { server, peers, presenter, viewer, track } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    const measureSlow = (link: number) => {
      const { listeners } = peers.latest;
      viewer.watch(peers.latest, link);
      for (let burst = 0; burst < 3; burst += 1) listeners.onMessage({ type: 'burst-ask' });
      viewer.tellArrival(peers.latest, link, 1_000_000);
    };
    measureSlow(1);
    expect(peers.opened.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(peers.opened.map(({ startBps }) => startBps)).toEqual([40_000_000, 600_000]);
    measureSlow(2);
    expect(peers.opened, 'it is known by then').toHaveLength(2);
    presenter.approve(VIEWER);
    expect(peers.latest.shown).toEqual([track]);
  });

  it('is whoever was let in before its link stood, with the servers’ help from then on', async () => {
    const iceServers = [{ urls: ['turn:relay.example'], username: 'u', credential: 'c' }];
    const { server, peers, presenter, viewer, track } = await openRoom();
    server.latest.say({ type: 'ice-servers', iceServers });
    server.latest.say(viewer.joinRequest('Ada'));
    presenter.approve(VIEWER);
    expect(peers.latest).toMatchObject({ iceServers, iceRestarts: 1 });
    expect(peers.latest.pathPolicy()).toBe('any');
    viewer.watch(peers.latest);
    expect(peers.latest.shown).toEqual([track]);
  });

  it('gets a new link when the early one failed before it was let in', async () => {
    const { server, peers, presenter, open, viewer, track } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    peers.latest.listeners.onClosed({ code: 'no-path', cause: null });
    expect(open().viewers).toMatchObject([{ stage: 'asking' }]);
    presenter.approve(VIEWER);
    expect(peers.opened).toHaveLength(2);
    viewer.watch(peers.latest, 2);
    expect(peers.latest.shown).toEqual([track]);
  });

  it('is not whoever was denied, though its link stood', async () => {
    const { server, peers, presenter, open, viewer } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    viewer.watch(peers.latest);
    presenter.deny(VIEWER);
    expect(peers.latest).toMatchObject({ isClosed: true, shown: [] });
    expect(open().viewers).toEqual([]);
  });

  it('builds early links for a few at a time, and for nobody who must not be seen', async () => {
    const crowd = await openRoom();
    for (let asking = 0; asking < 7; asking += 1) {
      const one = createFarViewer(crowd.opening.peerId, `${asking}`.repeat(32));
      crowd.server.latest.say(one.joinRequest('Ada'));
    }
    expect(crowd.peers.opened).toHaveLength(4);
    const hidden = await openRoom({ pathPolicy: () => 'relay-only' });
    hidden.server.latest.say(hidden.viewer.joinRequest('Ada'));
    expect(hidden.peers.opened).toHaveLength(0);
  });

  it('is a viewer that was approved, is connected and has proved itself', async () => {
    const { server, peers, presenter, track, open, viewer } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    presenter.approve(VIEWER);
    expect(server.latest.received.at(-1)).toEqual({ type: 'approve', peerId: VIEWER });
    peers.latest.listeners.onSignal(offer);
    const sent = server.latest.received.at(-1);
    expect(sent?.type === 'signal' && viewer.open(sent)).toEqual({
      type: 'rtc',
      link: 1,
      signal: offer,
    });
    peers.latest.listeners.onTransport('connected');
    presenter.setPaused(true);
    presenter.setPaused(false);
    expect(peers.latest.shown, 'connected is not enough').toEqual([]);
    expect(open().viewers[0]?.stage).toBe('connecting');
    viewer.watch(peers.latest);
    expect(peers.latest.shown).toEqual([track]);
    expect(open().viewers[0]).toMatchObject({ stage: 'watching', words: expect.any(Array) });
  });

  it('is nobody whose proof is wrong: not one frame, and the seat is gone', async () => {
    const { server, peers, presenter, open, viewer } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    peers.latest.listeners.onMessage({ type: 'hello' });
    peers.latest.listeners.onMessage({ type: 'viewer-proof', proof: '0'.repeat(64) });
    expect(peers.latest).toMatchObject({ shown: [], isClosed: true });
    expect(server.latest.received.at(-1)).toEqual({ type: 'remove', peerId: VIEWER });
    expect(open()).toMatchObject({ viewers: [], isTampered: true });
  });

  it('is nobody the server made up: a request without the code is denied unseen', async () => {
    const { server, open, opening } = await openRoom();
    const stranger = createFarViewer(opening.peerId, VIEWER, new Uint8Array(32).fill(8));
    server.latest.say(stranger.joinRequest('Your boss'));
    expect(server.latest.received.at(-1)).toEqual({ type: 'deny', peerId: VIEWER });
    expect(open()).toMatchObject({ viewers: [], isTampered: true });
  });

  it('is everybody with the link once the presenter said so, for as long as it says so', async () => {
    const { server, open, presenter, viewer, other } = await openRoom();
    server.latest.say(viewer.joinRequest('Ada'));
    presenter.setOpenToAll(true);
    expect(server.latest.received.at(-1)).toEqual({ type: 'approve', peerId: VIEWER });
    presenter.setOpenToAll(false);
    server.latest.say(other.joinRequest('Bo'));
    const stages = () => open().viewers.map(({ stage }) => stage);
    expect(stages()).toEqual(['connecting', 'asking']);
    presenter.setOpenToAll(true);
    expect(stages()).toEqual(['connecting', 'connecting']);
  });

  it.each(['remove', 'block'] as const)(
    'is not one frame longer a viewer sent away by %s, even while the server is away',
    async (how) => {
      const { server, presenter, clock, open, viewer, letIn } = await openRoom();
      const peer = letIn(viewer, VIEWER);
      server.latest.drop();
      presenter[how](VIEWER);
      expect(peer.isClosed).toBe(true);
      expect(open().viewers).toEqual([]);
      clock.advance(10_000);
      server.latest.accept();
      const { greeting } = viewer.joinRequest('Ada');
      server.latest.say({
        type: 'presenter-resumed',
        ...welcome,
        isLocked: false,
        viewers: [{ peerId: VIEWER, greeting, isApproved: true, isAway: false }],
      });
      expect(server.latest.received).toContainEqual({ type: 'remove', peerId: VIEWER });
    },
  );

  it('sees nothing while paused, whether it watches already or comes later', async () => {
    const { presenter, track, viewer, other, letIn } = await openRoom();
    const first = letIn(viewer, VIEWER);
    presenter.setPaused(true);
    expect(first.shown.at(-1)).toBeNull();
    expect(first.messages.at(-1)).toEqual({
      type: 'share-state',
      isPaused: true,
      reason: 'by-hand',
    });
    const second = letIn(other, OTHER);
    expect(second.shown).toEqual([null]);
    presenter.setPaused(false);
    expect([first, second].map(({ shown }) => shown.at(-1))).toEqual([track, track]);
  });
});

describe('a link to a viewer', () => {
  it('keeps a running picture when only the server counts the viewer out', async () => {
    const { server, open, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    server.latest.say({ type: 'peer-left', peerId: VIEWER });
    expect(peer.isClosed).toBe(false);
    peer.listeners.onMessage({ type: 'leaving' });
    expect(open().viewers).toEqual([]);
  });

  it('is rebuilt when it fails, proved anew, and given up after the last attempt', async () => {
    const { server, peers, clock, open, viewer, letIn } = await openRoom();
    letIn(viewer, VIEWER).listeners.onClosed({ code: 'no-path', cause: null });
    expect(open().viewers[0]).toMatchObject({ stage: 'reconnecting', words: null });
    clock.advance(1_000);
    expect(peers.opened).toHaveLength(2);
    peers.latest.listeners.onTransport('connected');
    expect(peers.latest.shown).toEqual([]);
    clock.advance(10 * 60_000);
    expect(peers.opened.every(({ isClosed }) => isClosed)).toBe(true);
    expect(open().viewers).toEqual([]);
    expect(server.latest.received).toContainEqual({ type: 'remove', peerId: VIEWER });
  });

  it('takes no proof made for an earlier link', async () => {
    const { peers, clock, open, viewer, letIn } = await openRoom();
    const first = letIn(viewer, VIEWER);
    first.listeners.onClosed({ code: 'no-path', cause: null });
    clock.advance(1_000);
    expect(() => viewer.watch(peers.latest, 1)).toThrow('proof is wrong');
    viewer.watch(peers.latest, 2);
    expect(open().viewers[0]?.stage).toBe('watching');
  });

  it('ignores signals that were forged, and notices them', async () => {
    const { server, open, opening, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    const stranger = createFarViewer(opening.peerId, VIEWER, new Uint8Array(32).fill(8));
    server.latest.say(stranger.signal({ type: 'rtc', link: 1, signal: answer }));
    expect(peer.signals).toEqual([]);
    expect(open().isTampered).toBe(true);
    server.latest.say(viewer.signal({ type: 'rtc', link: 1, signal: answer }));
    expect(peer.signals, 'the real one still gets through').toEqual([answer]);
  });
});
