import { describe, expect, it } from 'vitest';
import { createPresenter } from './create-presenter.ts';
import type { PresenterState } from './presenter-state.ts';
import { answer, offer } from './testing/fake-peers.ts';
import { createFakeStream, createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';

const VIEWER = 'b'.repeat(32);
const OTHER = 'c'.repeat(32);
const TOKEN = 'd'.repeat(32);
const greeting = JSON.stringify({ displayName: 'Ada' });
const welcome = {
  resumeToken: TOKEN,
  iceServers: [],
  origins: ['http://10.0.0.5:8787'],
  viewerLimit: 16,
};

async function openRoom() {
  const parts = createTestDeps();
  const media = createFakeStream();
  const bridge = {
    signalingAddress: async () => ({
      status: 'listening' as const,
      socketUrl: 'ws://127.0.0.1:8787/ws',
    }),
  };
  const presenter = createPresenter({ ...parts.deps, bridge });
  presenter.start(media.stream);
  await settle();
  parts.server.latest.accept();
  parts.server.latest.say({ type: 'room-opened', ...welcome });
  const open = () => {
    const state = presenter.getState();
    if (state.name !== 'open') throw new Error(`state is ${state.name}`);
    return state;
  };
  return { ...parts, ...media, presenter, open };
}
const closeReason = (state: PresenterState) => (state.name === 'closed' ? state.reason : null);

describe('the presenter', () => {
  it('opens a room under the derived name and makes an invite others can reach', async () => {
    const { server, open } = await openRoom();
    expect(server.latest.received[0]).toMatchObject({ type: 'open-room', roomId: ROOM_ID });
    expect(open().invite.link).toBe(`http://10.0.0.5:8787/j#${open().invite.code}`);
    expect(JSON.stringify(server.latest.received)).not.toContain(open().invite.code);
  });

  it('opens no peer for somebody who only asks', async () => {
    const { server, peers, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    expect(open().viewers).toEqual([
      { peerId: VIEWER, name: 'Ada', stage: 'asking', isAway: false },
    ]);
    expect(peers.opened).toHaveLength(0);
    // Not even when that somebody sends signals.
    server.latest.say({
      type: 'signal',
      peerId: VIEWER,
      sequence: 1,
      payload: JSON.stringify({ type: 'rtc', link: 1, signal: answer }),
    });
    expect(peers.opened).toHaveLength(0);
  });

  it('offers after approval, and shows the track only once the transport is up', async () => {
    const { server, peers, presenter, track, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    expect(server.latest.received.at(-1)).toEqual({ type: 'approve', peerId: VIEWER });
    peers.latest.listeners.onSignal(offer);
    expect(server.latest.received.at(-1)).toMatchObject({
      type: 'signal',
      peerId: VIEWER,
      sequence: 1,
    });
    expect(peers.latest.shown).toEqual([]);
    peers.latest.listeners.onTransport('connected');
    expect(peers.latest.shown).toEqual([track]);
    expect(open().viewers[0]?.stage).toBe('watching');
  });

  it('shows nothing while paused, to those who watch and to those who come', async () => {
    const { server, peers, presenter, track } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    presenter.setPaused(true);
    expect(peers.latest.shown.at(-1)).toBeNull();
    expect(peers.latest.messages.at(-1)).toEqual({ type: 'share-state', isPaused: true });
    server.latest.say({ type: 'join-request', peerId: OTHER, greeting });
    presenter.approve(OTHER);
    peers.latest.listeners.onTransport('connected');
    expect(peers.latest.shown).toEqual([null]);
    presenter.setPaused(false);
    expect(peers.opened.map(({ shown }) => shown.at(-1))).toEqual([track, track]);
  });

  it('sends a removed viewer not one more frame, even while the server is away', async () => {
    const { server, peers, presenter, clock, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    server.latest.drop();
    presenter.remove(VIEWER);
    expect(peers.latest.isClosed).toBe(true);
    expect(open().viewers).toEqual([]);
    clock.advance(10_000);
    server.latest.accept();
    server.latest.say({
      type: 'presenter-resumed',
      ...welcome,
      isLocked: false,
      viewers: [{ peerId: VIEWER, greeting, isApproved: true, isAway: false }],
    });
    expect(server.latest.received).toContainEqual({ type: 'remove', peerId: VIEWER });
  });

  it('opens the room again when the server forgot it, and lets its viewers back in unasked', async () => {
    const { server, peers, presenter, clock, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    server.latest.say({ type: 'join-request', peerId: OTHER, greeting });
    presenter.approve(VIEWER);
    presenter.setLocked(true);
    peers.latest.listeners.onTransport('connected');
    const { invite } = open();
    server.latest.drop();
    expect(open().signaling).toBe('reconnecting');
    clock.advance(10_000);
    server.latest.accept();
    expect(server.latest.received[0]).toMatchObject({ type: 'resume', resumeToken: TOKEN });
    server.latest.say({ type: 'refused', code: 'resume-failed', inReplyTo: 'resume' });
    expect(server.latest.received[1]).toMatchObject({ type: 'open-room', roomId: ROOM_ID });
    server.latest.say({ type: 'room-opened', ...welcome });
    expect(server.latest.received[2]).toEqual({ type: 'lock', isLocked: true });
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    expect(server.latest.received.at(-1)).toEqual({ type: 'approve', peerId: VIEWER });
    expect(peers.opened).toHaveLength(1);
    expect(open()).toMatchObject({ signaling: 'online', invite });
    expect(
      open().viewers.map(({ peerId }) => peerId),
      'those who only asked, ask again',
    ).toEqual([VIEWER]);
  });

  it('keeps a running picture when only the server counts the viewer out', async () => {
    const { server, peers, presenter, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    server.latest.say({ type: 'peer-left', peerId: VIEWER });
    expect(peers.latest.isClosed).toBe(false);
    peers.latest.listeners.onMessage({ type: 'leaving' });
    expect(open().viewers).toEqual([]);
  });

  it.each([
    ['the person stops', 'stopped'],
    ['the system ends the capture', 'capture-ended'],
  ] as const)('captures nothing more and tells everybody when %s', async (_how, reason) => {
    const { server, peers, presenter, stream, endBySystem } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    if (reason === 'stopped') presenter.stop();
    else endBySystem();
    expect(stream.getTracks()[0]?.readyState).toBe('ended');
    expect(peers.latest.shown.at(-1)).toBeNull();
    expect(peers.latest.messages.at(-1)).toEqual({ type: 'share-ended' });
    expect(server.latest.received.at(-1)).toEqual({ type: 'leave' });
    expect(server.latest.isClosedByClient).toBe(true);
    expect(closeReason(presenter.getState())).toBe(reason);
  });

  it('names the reason when the server cannot be reached or refuses', async () => {
    const { deps, server, clock } = createTestDeps();
    const { stream } = createFakeStream();
    const bridge = {
      signalingAddress: async () => ({ status: 'listening' as const, socketUrl: 'ws://x/ws' }),
    };
    const presenter = createPresenter({ ...deps, bridge });
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

  it('rebuilds a failed peer, and gives a viewer up after the last attempt', async () => {
    const { server, peers, presenter, clock, open } = await openRoom();
    server.latest.say({ type: 'join-request', peerId: VIEWER, greeting });
    presenter.approve(VIEWER);
    peers.latest.listeners.onTransport('connected');
    peers.latest.listeners.onClosed({ code: 'no-path', cause: null });
    expect(open().viewers[0]?.stage).toBe('reconnecting');
    clock.advance(1_000);
    expect(peers.opened).toHaveLength(2);
    clock.advance(10 * 60_000);
    expect(peers.opened.every(({ isClosed }) => isClosed)).toBe(true);
    expect(open().viewers).toEqual([]);
    expect(server.latest.received).toContainEqual({ type: 'remove', peerId: VIEWER });
  });
});
