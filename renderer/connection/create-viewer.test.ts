import { describe, expect, it } from 'vitest';
import { createViewer } from './create-viewer.ts';
import { answer, offer } from './testing/fake-peers.ts';
import { createFarPresenter } from './testing/far-end.ts';
import { createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';
import {
  askToJoin,
  code,
  getIn,
  offerOf,
  PRESENTER,
  stream,
  TOKEN,
  target,
  watch,
} from './testing/watching.ts';

describe('the viewer', () => {
  it('asks for the derived room and never sends the code', async () => {
    const { server, viewer } = await askToJoin();
    expect(server.latest.received).toMatchObject([{ type: 'join', roomId: ROOM_ID }]);
    expect(JSON.stringify(server.latest.received)).not.toContain(code);
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    expect(viewer.getState()).toEqual({
      name: 'waiting-for-approval',
      isPresenterAway: false,
      isOnline: true,
    });
  });

  it('answers the offer, acknowledges it, and shows the picture once it flows', async () => {
    const { server, peers, viewer, presenter } = await watch();
    expect(peers.latest).toMatchObject({ role: 'viewer', signals: [offer] });
    expect(server.latest.received).toContainEqual({
      type: 'signal-ack',
      peerId: PRESENTER,
      sequence: 1,
    });
    peers.latest.listeners.onSignal(answer);
    const sent = server.latest.received.at(-1);
    expect(sent?.type === 'signal' && presenter.open(sent)).toEqual({
      ...offerOf(1),
      signal: answer,
    });
    expect(viewer.getState()).toMatchObject({ name: 'connected', stream, isPaused: false });
  });

  it('repeats its hello and its proof until each is answered', async () => {
    const { peers, viewer, clock, presenter } = await getIn();
    clock.advance(2_000);
    expect(peers.latest.messages.length).toBeGreaterThan(2);
    expect(new Set(peers.latest.messages.map(({ type }) => type))).toEqual(new Set(['hello']));
    expect(viewer.getState().name, 'no picture before the proof').toBe('negotiating');
    peers.latest.listeners.onMessage(presenter.proof());
    clock.advance(2_000);
    const last = peers.latest.messages.at(-1);
    expect(last?.type === 'viewer-proof' && presenter.isViewerProof(last.proof)).toBe(true);
    const count = peers.latest.messages.length;
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: true });
    expect(viewer.getState()).toMatchObject({ name: 'connected', isPaused: true });
    clock.advance(5_000);
    expect(peers.latest.messages).toHaveLength(count);
  });

  it('goes no further with somebody who cannot prove to be the presenter', async () => {
    const wrong = await getIn();
    const proof = wrong.presenter.proof();
    if (proof.type !== 'presenter-proof') throw new Error('no proof');
    wrong.peers.latest.listeners.onMessage({ ...proof, proof: '0'.repeat(64) });
    expect(wrong.viewer.getState()).toEqual({ name: 'closed', reason: 'proof-failed' });

    const unsigned = await getIn();
    unsigned.peers.latest.listeners.onMessage({ ...proof, signature: '0'.repeat(128) });
    expect(unsigned.viewer.getState()).toEqual({ name: 'closed', reason: 'proof-failed' });
  });

  it('believes nothing else over a link that is not proved', async () => {
    const { peers, viewer } = await getIn();
    peers.latest.listeners.onMessage({ type: 'share-ended' });
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: true });
    expect(viewer.getState().name).toBe('negotiating');
  });

  it('accepts no other presenter’s key once it has met one, even with the code', async () => {
    const { server, peers, viewer, asked } = await watch();
    const usurper = createFarPresenter('e'.repeat(32), asked.peerId, 4);
    server.latest.say({ type: 'joined', presenterId: 'e'.repeat(32), iceServers: [] });
    server.latest.say(usurper.signal(offerOf(1)));
    peers.latest.listeners.onStream(stream);
    peers.latest.listeners.onTransport('connected');
    peers.latest.listeners.onMessage(usurper.proof());
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'proof-failed' });
  });

  it('ignores signals that are forged, unsealed, replayed, of an older link or of a stranger', async () => {
    const { server, peers, presenter } = await watch();
    const next = presenter.signal(offerOf(3));
    server.latest.say({ ...next, payload: JSON.stringify(offerOf(3)) });
    server.latest.say({ ...next, payload: `${next.payload.slice(0, -2)}AA` });
    server.latest.say({ ...next, peerId: 'e'.repeat(32) });
    server.latest.say({ ...next, sequence: next.sequence + 1 });
    expect(peers.opened).toHaveLength(1);
    server.latest.say(next);
    server.latest.say(next);
    expect(peers.opened).toHaveLength(2);
    server.latest.say(presenter.signal(offerOf(1)));
    expect(peers.opened).toHaveLength(2);
    expect(peers.latest.signals).toHaveLength(1);
  });

  it('says so when nothing but forgeries arrives', async () => {
    const { server, viewer, presenter } = await watch();
    const next = presenter.signal(offerOf(2));
    for (let count = 0; count < 40; count += 1) {
      server.latest.say({ ...next, payload: `forged ${count}` });
    }
    expect(viewer.getState()).toEqual({ name: 'closed', reason: 'tampered' });
  });

  it('has its link built while it waits, and sees nothing before it is let in', async () => {
    const { server, viewer, peers, presenter } = await askToJoin();
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    server.latest.say(presenter.signal(offerOf(1)));
    peers.latest.listeners.onStream(stream);
    peers.latest.listeners.onTransport('connected');
    peers.latest.listeners.onMessage(presenter.proof());
    peers.latest.listeners.onMessage({ type: 'wait' });
    peers.latest.listeners.onTransport('connected');
    expect(viewer.getState().name).toBe('waiting-for-approval');
    // Over the link it hears that it is in before the server says so.
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: false });
    expect(viewer.getState()).toMatchObject({ name: 'connected', stream });
    server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
    expect(viewer.getState().name).toBe('connected');
    expect(peers.opened).toHaveLength(1);
  });

  it('says its proof no more than it is asked to, and measures the way while it waits', async () => {
    const { server, peers, presenter, clock } = await askToJoin();
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    server.latest.say(presenter.signal(offerOf(1)));
    peers.latest.listeners.onMessage(presenter.proof());
    clock.advance(1_000);
    const asked = () => peers.latest.messages.filter(({ type }) => type === 'burst-ask').length;
    for (let wait = 0; wait < 9; wait += 1) {
      peers.latest.listeners.onMessage({ type: 'wait' });
      clock.advance(450);
      if (asked() > wait) peers.latest.listeners.onPacket('probe', new Uint8Array(1_100));
      clock.advance(450);
    }
    expect(asked()).toBe(3);
    expect(peers.latest.messages.at(-1)?.type).toBe('viewer-proof');
    const said = peers.latest.messages.length;
    clock.advance(60_000);
    expect(peers.latest.messages).toHaveLength(said);
  });

  it('keeps that link while its line to the server is renewed, and starts anew when asked anew', async () => {
    const { server, peers, presenter, clock } = await askToJoin();
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    server.latest.say(presenter.signal(offerOf(1)));
    server.latest.drop();
    clock.advance(10_000);
    server.latest.accept();
    const resumed = { resumeToken: 'f'.repeat(32), presenterId: PRESENTER };
    server.latest.say({ type: 'viewer-resumed', ...resumed });
    expect(peers.latest.isClosed).toBe(false);
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    expect(peers.latest.isClosed, 'the presenter has forgotten it too').toBe(true);
  });

  it('goes on watching while it has to ask a server that forgot the room', async () => {
    const { server, viewer, peers } = await watch();
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    expect(peers.latest.isClosed).toBe(false);
    expect(viewer.getState().name).toBe('connected');
  });

  it('goes on waiting when that link fails, and gets another once it is in', async () => {
    const { server, viewer, peers, presenter, clock } = await askToJoin();
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    server.latest.say(presenter.signal(offerOf(1)));
    const said = server.latest.received.length;
    peers.latest.listeners.onClosed({ code: 'no-path', cause: null });
    expect(server.latest.received, 'it asks for nothing yet').toHaveLength(said);
    clock.advance(600_000);
    expect(viewer.getState().name).toBe('waiting-for-approval');
    server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
    expect(viewer.getState().name).toBe('negotiating');
    server.latest.say(presenter.signal(offerOf(2)));
    expect(peers.opened).toHaveLength(2);
  });

  it('keeps the last picture and asks for a new link when the peer fails', async () => {
    const { server, peers, viewer, presenter } = await watch();
    peers.latest.listeners.onTransport('interrupted');
    expect(viewer.getState()).toMatchObject({ name: 'reconnecting', stream, attempt: 1 });
    peers.latest.listeners.onClosed({ code: 'no-path', cause: null });
    const last = server.latest.received.at(-1);
    expect(last?.type === 'signal' && presenter.open(last)).toEqual({ type: 'rebuild', link: 1 });
    server.latest.say(presenter.signal(offerOf(2)));
    const renewed = {} as MediaStream;
    peers.latest.listeners.onStream(renewed);
    peers.latest.listeners.onTransport('connected');
    expect(viewer.getState().name, 'the new link is proved anew').toBe('reconnecting');
    peers.latest.listeners.onMessage(presenter.proof(2));
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: false });
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
      presenterId: PRESENTER,
      joined: { presenterId: PRESENTER, iceServers: [] },
    });
    expect(viewer.getState().name).toBe('connected');
    expect(peers.opened).toHaveLength(1);
  });

  it('asks again under the same name for as long as a known room may come back', async () => {
    const { server, viewer, clock } = await askToJoin();
    const first = server.latest.received[0];
    server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    server.latest.drop();
    expect(viewer.getState()).toMatchObject({ name: 'waiting-for-approval', isOnline: false });
    clock.advance(10_000);
    server.latest.accept();
    server.latest.say({ type: 'refused', code: 'resume-failed', inReplyTo: 'resume' });
    expect(server.latest.received[1]).toEqual(first);
    expect(first).not.toHaveProperty('presenterKey');
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
    [{ type: 'refused', code: 'too-many-attempts', inReplyTo: 'join' }, 'too-many-attempts'],
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

  it('asks again only in the room of the presenter it has met', async () => {
    const { server, clock, presenter } = await watch();
    server.latest.drop();
    clock.advance(10_000);
    server.latest.accept();
    server.latest.say({ type: 'refused', code: 'resume-failed', inReplyTo: 'resume' });
    expect(server.latest.received.at(-1)).toMatchObject({
      type: 'join',
      presenterKey: presenter.publicKey,
    });
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
    silent.server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    silent.server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
    silent.clock.advance(10 * 60_000);
    expect(silent.viewer.getState()).toEqual({ name: 'closed', reason: 'no-path' });
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
