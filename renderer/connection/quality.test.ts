import { describe, expect, it } from 'vitest';
import { RECOVERY } from './reconnect-policy.ts';
import { openRoom, VIEWER } from './testing/presenting.ts';
import { settle } from './testing/test-deps.ts';
import { getIn, watch } from './testing/watching.ts';

const picture = (counts: Record<string, unknown>) => [
  { type: 'inbound-rtp', id: 'V', kind: 'video', frameWidth: 1280, frameHeight: 720, ...counts },
];
const sent = [{ type: 'outbound-rtp', id: 'V', kind: 'video', bytesSent: 5_000 }];
const told = {
  ...{ type: 'picture-state' as const, choice: 'auto' as const, profile: 'sharp-text' as const },
  ...{ reason: 'scrolling' as const, limit: null, captureIntervalMs: 40 },
};
/** From one look at the statistics to the next. */
const LOOK_MS = RECOVERY.lookEveryMs * RECOVERY.looksPerMeasure;

describe('the viewer’s quality', () => {
  async function watching() {
    const parts = await watch();
    const peer = parts.peers.latest;
    peer.counted = picture({ bytesReceived: 1_000 });
    const look = async () => {
      parts.clock.advance(LOOK_MS);
      await settle();
    };
    const connected = () => {
      const state = parts.viewer.getState();
      if (state.name !== 'connected') throw new Error(`state is ${state.name}`);
      return state;
    };
    return { ...parts, peer, look, connected };
  }

  it('is renewed with each look', async () => {
    const { connected, look, peer } = await watching();
    await look();
    peer.counted = picture({ bytesReceived: 126_000 });
    await look();
    expect(connected().quality?.reading).toMatchObject({
      size: { width: 1280, height: 720 },
      bitrateBps: 1_000_000 / (LOOK_MS / 1_000),
    });
    expect(connected().quality?.history.length).toBeGreaterThan(1);
  });

  it('tells from clocks and capture times how late the picture is', async () => {
    const { connected, look, peer, clock } = await watching();
    await look();
    const asked = peer.messages.findLast(({ type }) => type === 'clock-ask');
    if (asked?.type !== 'clock-ask') throw new Error('nobody asked for the time');
    // The presenter's clock is two seconds ahead, and the answer took no time.
    const offsetMs = 2_000;
    peer.listeners.onMessage({
      ...{ type: 'clock-answer', id: asked.id, atMs: clock.now() + offsetMs },
    });
    peer.listeners.onMessage(told);
    peer.captured = { rtpTimestamp: 90_000, capturedAtMs: clock.now() + offsetMs };
    connected().onFrame({ rtpTimestamp: 90_000, shownAtMs: clock.now() + 35 });
    await look();
    // Half of the 40 ms between captures comes on top.
    expect(connected().quality).toMatchObject({ latencyMs: 55, state: { reason: 'scrolling' } });
    expect(peer.messages).toContainEqual({ type: 'picture-latency', latencyMs: 55 });
  });

  it('says that it does not know where no capture times are given', async () => {
    const { connected, look, peer } = await watching();
    peer.listeners.onMessage(told);
    await look();
    connected().onFrame({ rtpTimestamp: 90_000, shownAtMs: 10 });
    await look();
    expect(connected().quality?.latencyMs).toBeNull();
    expect(peer.messages).toContainEqual({ type: 'picture-latency', latencyMs: null });
  });

  it('takes no clock and no state from anybody who has not proved to be the presenter', async () => {
    const parts = await getIn();
    const peer = parts.peers.latest;
    peer.listeners.onMessage(told);
    peer.listeners.onMessage(parts.presenter.proof());
    peer.listeners.onMessage({ type: 'share-state', isPaused: false });
    peer.counted = picture({ bytesReceived: 1 });
    parts.clock.advance(LOOK_MS);
    await settle();
    expect(parts.viewer.getState()).toMatchObject({ name: 'connected', quality: { state: null } });
  });
});

describe('the presenter’s quality', () => {
  async function presenting() {
    const parts = await openRoom();
    const peer = parts.letIn(parts.viewer, VIEWER);
    peer.counted = sent;
    const look = async () => {
      parts.clock.advance(LOOK_MS);
      await settle();
    };
    const told = () => peer.messages.filter(({ type }) => type === 'picture-state');
    return { ...parts, peer, look, told };
  }

  it('tells a viewer what its picture is made for, and again only when that changes', async () => {
    const { look, told, presenter } = await presenting();
    await look();
    await look();
    expect(told()).toEqual([
      expect.objectContaining({ choice: 'auto', profile: 'sharp-text', reason: null }),
    ]);
    presenter.setQuality('smooth-motion');
    await look();
    expect(told()[1]).toMatchObject({ choice: 'smooth-motion', profile: 'smooth-motion' });
  });

  it('answers what its clock shows, but only to a viewer that is proved', async () => {
    const parts = await openRoom();
    parts.server.latest.say(parts.viewer.joinRequest('Ada'));
    parts.presenter.approve(VIEWER);
    const peer = parts.peers.latest;
    const answers = () => peer.messages.filter(({ type }) => type === 'clock-answer');
    peer.listeners.onMessage({ type: 'clock-ask', id: 1 });
    expect(answers()).toEqual([]);
    parts.viewer.watch(peer);
    peer.listeners.onMessage({ type: 'clock-ask', id: 2 });
    expect(answers()).toEqual([
      { type: 'clock-answer', id: 2, atMs: 1_000_000 + parts.clock.now() },
    ]);
  });

  it('shows what the viewer says about the delay', async () => {
    const { look, open, peer } = await presenting();
    peer.listeners.onMessage({ type: 'picture-latency', latencyMs: 70 });
    await look();
    expect(open().viewers[0]?.quality).toMatchObject({ latencyMs: 70, state: { choice: 'auto' } });
    peer.listeners.onMessage({ type: 'picture-latency', latencyMs: null });
    await look();
    expect(open().viewers[0]?.quality?.latencyMs).toBeNull();
  });
});
