import { describe, expect, it } from 'vitest';
import { createPresenter } from './create-presenter.ts';
import { createFarViewer } from './testing/far-end.ts';
import { listening, OTHER, openRoom, VIEWER, welcome } from './testing/presenting.ts';
import { createFakeStream, createTestDeps, settle } from './testing/test-deps.ts';
import { watch } from './testing/watching.ts';

describe('a share that pauses because the computer was left', () => {
  it.each(['screen-locked', 'asleep'] as const)('tells every viewer why: %s', async (reason) => {
    const { presenter, open, viewer, other, letIn } = await openRoom();
    const first = letIn(viewer, VIEWER);
    presenter.setPaused(true, reason);
    const second = letIn(other, OTHER);
    for (const peer of [first, second]) {
      expect(peer.shown.at(-1)).toBeNull();
      expect(peer.messages).toContainEqual({
        type: 'share-state',
        isPaused: true,
        reason,
      });
    }
    expect(open()).toMatchObject({ isPaused: true, pauseReason: reason });
    presenter.setPaused(false);
    expect(open()).toMatchObject({ isPaused: false, pauseReason: null });
    expect(first.messages.at(-1)).toEqual({ type: 'share-state', isPaused: false });
  });

  it('changes nothing when the person has paused already', async () => {
    const { presenter, open, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    presenter.setPaused(true);
    const told = peer.messages.length;
    presenter.setPaused(true, 'screen-locked');
    expect(open().pauseReason).toBe('by-hand');
    expect(peer.messages).toHaveLength(told);
  });

  it('begins paused when that happens while the room is still being opened', async () => {
    const { deps, server, peers } = createTestDeps();
    const presenter = createPresenter({
      ...deps,
      bridge: listening('ws://127.0.0.1:8787/ws'),
      qualityChoice: () => 'auto',
    });
    presenter.start(createFakeStream().stream);
    presenter.setPaused(true, 'screen-locked');
    await settle();
    server.latest.accept();
    server.latest.say({ type: 'room-opened', ...welcome });
    expect(presenter.getState()).toMatchObject({ name: 'open', pauseReason: 'screen-locked' });
    const [opening] = server.latest.received;
    const viewer = createFarViewer(opening?.type === 'open-room' ? opening.peerId : '', VIEWER);
    server.latest.say(viewer.joinRequest('Ada'));
    viewer.watch(peers.latest);
    presenter.approve(VIEWER);
    expect(peers.latest.shown).toEqual([null]);
  });
});

describe('a viewer of a paused share', () => {
  it('knows why nothing is shown, and that an older app only ever pauses by hand', async () => {
    const { viewer, peers } = await watch();
    peers.latest.listeners.onMessage({
      type: 'share-state',
      isPaused: true,
      reason: 'screen-locked',
    });
    expect(viewer.getState()).toMatchObject({ isPaused: true, pauseReason: 'screen-locked' });
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: true });
    expect(viewer.getState()).toMatchObject({ isPaused: true, pauseReason: 'by-hand' });
    peers.latest.listeners.onMessage({ type: 'share-state', isPaused: false });
    expect(viewer.getState()).toMatchObject({ isPaused: false, pauseReason: null });
  });
});
