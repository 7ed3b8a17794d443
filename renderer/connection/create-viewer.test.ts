import { describe, expect, it } from 'vitest';
import { parseRoomCode } from '../../signaling/room-code.ts';
import { createViewer } from './create-viewer.ts';
import { answer, offer } from './testing/fake-peers.ts';
import { createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';

const PRESENTER = 'b'.repeat(32);
const TOKEN = 'd'.repeat(32);
const code = parseRoomCode('ABCDE-12345');
if (!code) throw new Error('the test code is no code');
const target = { code, socketUrl: 'ws://server/ws', displayName: 'Ada' };
const stream = {} as MediaStream;
const firstOffer = {
  type: 'signal' as const,
  peerId: PRESENTER,
  sequence: 1,
  payload: JSON.stringify({ type: 'rtc', link: 1, signal: offer }),
};

async function askToJoin() {
  const parts = createTestDeps();
  const viewer = createViewer(parts.deps);
  viewer.join(target);
  await settle();
  parts.server.latest.accept();
  return { ...parts, viewer };
}
async function watch() {
  const parts = await askToJoin();
  parts.server.latest.say({ type: 'waiting', resumeToken: TOKEN });
  parts.server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
  parts.server.latest.say(firstOffer);
  parts.peers.latest.listeners.onStream(stream);
  parts.peers.latest.listeners.onTransport('connected');
  return parts;
}

describe('the viewer', () => {
  it('asks for the derived room and never sends the code', async () => {
    const { server, viewer } = await askToJoin();
    expect(server.latest.received).toMatchObject([{ type: 'join', roomId: ROOM_ID }]);
    expect(JSON.stringify(server.latest.received)).not.toContain(code);
    server.latest.say({ type: 'waiting', resumeToken: TOKEN });
    expect(viewer.getState()).toEqual({
      name: 'waiting-for-approval',
      isPresenterAway: false,
      isOnline: true,
    });
  });

  it('answers the offer, acknowledges it, and shows the picture once it flows', async () => {
    const { server, peers, viewer } = await watch();
    expect(peers.latest).toMatchObject({ role: 'viewer', signals: [offer] });
    expect(server.latest.received).toContainEqual({
      type: 'signal-ack',
      peerId: PRESENTER,
      sequence: 1,
    });
    peers.latest.listeners.onSignal(answer);
    expect(server.latest.received.at(-1)).toMatchObject({ type: 'signal', sequence: 1 });
    expect(viewer.getState()).toEqual({ name: 'connected', stream, isPaused: false });
  });

  it('says hello until the presenter has told whether it is paused', async () => {
    const { peers, viewer, clock } = await watch();
    clock.advance(2_000);
    const hellos = peers.latest.messages.length;
    expect(hellos).toBeGreaterThan(2);
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: true });
    expect(viewer.getState()).toMatchObject({ name: 'connected', isPaused: true });
    clock.advance(5_000);
    expect(peers.latest.messages).toHaveLength(hellos);
  });

  it('ignores signals of an older link and of anybody but the presenter', async () => {
    const { server, peers } = await watch();
    const stale = { type: 'rtc', link: 3, signal: offer };
    server.latest.say({
      ...firstOffer,
      peerId: 'e'.repeat(32),
      sequence: 2,
      payload: JSON.stringify(stale),
    });
    expect(peers.opened).toHaveLength(1);
    server.latest.say({ ...firstOffer, sequence: 2, payload: JSON.stringify(stale) });
    expect(peers.opened).toHaveLength(2);
    server.latest.say({ ...firstOffer, sequence: 3 });
    expect(peers.opened).toHaveLength(2);
    expect(peers.latest.signals).toHaveLength(1);
  });

  it('keeps the last picture and asks for a new link when the peer fails', async () => {
    const { server, peers, viewer } = await watch();
    peers.latest.listeners.onTransport('interrupted');
    expect(viewer.getState()).toEqual({ name: 'reconnecting', stream, attempt: 1 });
    peers.latest.listeners.onClosed({ code: 'no-path', cause: null });
    const last = server.latest.received.at(-1);
    expect(last?.type === 'signal' && JSON.parse(last.payload)).toEqual({
      type: 'rebuild',
      link: 1,
    });
    server.latest.say({
      ...firstOffer,
      sequence: 2,
      payload: JSON.stringify({ type: 'rtc', link: 2, signal: offer }),
    });
    const renewed = {} as MediaStream;
    peers.latest.listeners.onStream(renewed);
    peers.latest.listeners.onTransport('connected');
    expect(viewer.getState()).toMatchObject({ name: 'connected', stream: renewed });
  });

  it('goes on watching without the server, and resumes with its token', async () => {
    const { server, peers, viewer, clock } = await watch();
    server.latest.drop();
    expect(viewer.getState().name).toBe('connected');
    clock.advance(10_000);
    server.latest.accept();
    expect(server.latest.received[0]).toMatchObject({ type: 'resume', resumeToken: TOKEN });
    server.latest.say({
      type: 'viewer-resumed',
      resumeToken: 'f'.repeat(32),
      joined: { presenterId: PRESENTER, iceServers: [] },
    });
    expect(viewer.getState().name).toBe('connected');
    expect(peers.opened).toHaveLength(1);
  });

  it('asks again under the same name for as long as a known room may come back', async () => {
    const { server, viewer, clock } = await askToJoin();
    const first = server.latest.received[0];
    server.latest.say({ type: 'waiting', resumeToken: TOKEN });
    server.latest.drop();
    expect(viewer.getState()).toMatchObject({ name: 'waiting-for-approval', isOnline: false });
    clock.advance(10_000);
    server.latest.accept();
    server.latest.say({ type: 'refused', code: 'resume-failed', inReplyTo: 'resume' });
    expect(server.latest.received[1]).toEqual(first);
    for (let round = 0; round < 30 && viewer.getState().name !== 'closed'; round += 1) {
      server.latest.say({ type: 'refused', code: 'no-such-room', inReplyTo: 'join' });
      clock.advance(10_000);
      server.latest.accept();
    }
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'no-such-room' });
    expect(clock.now()).toBeGreaterThan(60_000);
  });

  it.each([
    [{ type: 'refused', code: 'no-such-room', inReplyTo: 'join' }, 'no-such-room'],
    [{ type: 'refused', code: 'unsupported-version', inReplyTo: 'join' }, 'version-mismatch'],
    [{ type: 'refused', code: 'server-full', inReplyTo: 'join' }, 'server-full'],
    [{ type: 'ended', reason: 'denied' }, 'denied'],
    [{ type: 'ended', reason: 'removed' }, 'removed'],
    [{ type: 'ended', reason: 'presenter-left' }, 'presenter-left'],
  ] as const)('closes with a reason on %j', async (message, reason) => {
    const { server, viewer, clock } = await askToJoin();
    server.latest.say(message);
    expect(viewer.getState()).toEqual({ name: 'closed', reason });
    const sockets = server.sockets.length;
    clock.advance(60_000);
    expect(server.sockets, 'no reconnecting after the end').toHaveLength(sockets);
  });

  it('names a server that cannot be reached', async () => {
    const { server, viewer, clock } = await askToJoin();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      server.latest.drop();
      clock.advance(10_000);
    }
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'server-unreachable' });
  });

  it('ends by itself when the presenter says so over the link, or never connects', async () => {
    const ended = await watch();
    ended.peers.latest.listeners.onMessage({ type: 'share-ended' });
    expect(ended.viewer.getState()).toEqual({ name: 'closed', reason: 'presenter-left' });

    const silent = await askToJoin();
    silent.server.latest.say({ type: 'waiting', resumeToken: TOKEN });
    silent.server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
    silent.clock.advance(10 * 60_000);
    expect(silent.viewer.getState()).toEqual({ name: 'closed', reason: 'peer-failed' });
  });

  it('leaves for good, also in the middle of joining', async () => {
    const { server, viewer, peers } = await watch();
    viewer.leave();
    expect(peers.latest.messages.at(-1)).toEqual({ type: 'leaving' });
    expect(server.latest.received.at(-1)).toEqual({ type: 'leave' });
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'left' });

    const early = createTestDeps();
    const other = createViewer(early.deps);
    other.join(target);
    other.leave();
    await settle();
    expect(early.server.sockets).toHaveLength(0);
  });

  it('says at once when this browser has no WebRTC', () => {
    const { deps } = createTestDeps();
    const viewer = createViewer({ ...deps, isWebRtcAvailable: () => false });
    viewer.join(target);
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'webrtc-unavailable' });
  });
});
