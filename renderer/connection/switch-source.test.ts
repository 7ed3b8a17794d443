import { describe, expect, it } from 'vitest';
import { OTHER, openRoom, VIEWER } from './testing/presenting.ts';
import { createFakeStream } from './testing/test-deps.ts';

const shareStates = (messages: readonly { readonly type: string }[]) =>
  messages.filter(({ type }) => type === 'share-state');

describe('switching to another source', () => {
  it('shows it to everybody over the links they have, and captures the old one no more', async () => {
    const { presenter, open, tiles, track, viewer, other, letIn } = await openRoom();
    const peers = [letIn(viewer, VIEWER), letIn(other, OTHER)];
    const { invite } = open();
    const next = createFakeStream();
    presenter.switchTo(next.stream);
    for (const peer of peers) {
      expect(peer.shown.at(-1)).toBe(next.track);
      expect(peer.isClosed).toBe(false);
      expect(shareStates(peer.messages).at(-1)).toEqual({ type: 'share-state', isPaused: false });
    }
    expect(tiles.opened[0]?.shown).toEqual([track, null, next.track]);
    expect(track.readyState).toBe('ended');
    expect(next.track.readyState).toBe('live');
    expect(open()).toMatchObject({ stream: next.stream, invite });
  });

  it('shows whoever comes later the new one', async () => {
    const { presenter, viewer, letIn } = await openRoom();
    const next = createFakeStream();
    presenter.switchTo(next.stream);
    expect(letIn(viewer, VIEWER).shown.at(-1)).toBe(next.track);
  });

  it('during a pause shows nothing until the presenter resumes', async () => {
    const { presenter, open, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    presenter.setPaused(true);
    const next = createFakeStream();
    presenter.switchTo(next.stream);
    expect(peer.shown.at(-1)).toBeNull();
    expect(open().isPaused).toBe(true);
    presenter.setPaused(false);
    expect(peer.shown.at(-1)).toBe(next.track);
  });

  it('keeps the old one when the new one has already ended', async () => {
    const { presenter, open, stream, track, viewer, letIn } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    const next = createFakeStream();
    next.track.stop();
    presenter.switchTo(next.stream);
    expect(peer.shown.at(-1)).toBe(track);
    expect(open().stream).toBe(stream);
  });

  it('after the share is over only stops what was chosen', async () => {
    const { presenter } = await openRoom();
    presenter.stop();
    const next = createFakeStream();
    presenter.switchTo(next.stream);
    expect(next.track.readyState).toBe('ended');
    expect(presenter.getState().name).toBe('closed');
  });
});

describe('a source that is gone', () => {
  it('keeps the room and its viewers, who are told why there is no picture', async () => {
    const { presenter, open, server, tiles, viewer, letIn, endBySystem } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    endBySystem();
    expect(open()).toMatchObject({
      stream: null,
      isPaused: false,
      viewers: [{ stage: 'watching' }],
    });
    expect(peer.shown.at(-1)).toBeNull();
    expect(peer.messages.at(-1)).toEqual({
      ...{ type: 'share-state', isPaused: true, reason: 'source-gone' },
    });
    expect(tiles.opened[0]?.shown.at(-1)).toBeNull();
    expect(server.latest.received.some(({ type }) => type === 'leave')).toBe(false);

    const next = createFakeStream();
    presenter.switchTo(next.stream);
    expect(peer.shown.at(-1)).toBe(next.track);
    expect(peer.messages.at(-1)).toEqual({ type: 'share-state', isPaused: false });
    next.endBySystem();
    expect(open().stream, 'the next one is watched as well').toBeNull();
  });

  it('is what the system says is gone, though its track would go on', async () => {
    const { presenter, open, track } = await openRoom();
    presenter.loseSource();
    expect(open().stream).toBeNull();
    expect(track.readyState, 'not one more frame of it').toBe('ended');
  });

  it('is told to whoever comes meanwhile, and a pause comes first', async () => {
    const { presenter, viewer, other, letIn, endBySystem } = await openRoom();
    endBySystem();
    const peer = letIn(viewer, VIEWER);
    expect(shareStates(peer.messages)).toEqual([
      { type: 'share-state', isPaused: true, reason: 'source-gone' },
    ]);
    presenter.setPaused(true);
    expect(shareStates(letIn(other, OTHER).messages)).toEqual([
      { type: 'share-state', isPaused: true, reason: 'by-hand' },
    ]);
  });

  it('that was replaced before does not end the new one', async () => {
    const { presenter, open, endBySystem } = await openRoom();
    const next = createFakeStream();
    presenter.switchTo(next.stream);
    endBySystem();
    expect(open().stream).toBe(next.stream);
  });
});

describe('the sound of a source', () => {
  it('goes where the picture goes, and stops with it', async () => {
    const { presenter, viewer, letIn, track } = await openRoom();
    const peer = letIn(viewer, VIEWER);
    expect(peer.heard.at(-1), 'a source without sound').toBeNull();
    const next = createFakeStream({ hasSound: true });
    presenter.switchTo(next.stream);
    expect(peer.heard.at(-1)).toBe(next.sound);
    expect(peer.messages.at(-1)).toEqual({
      ...{ type: 'share-state', isPaused: false, hasSound: true },
    });
    presenter.setPaused(true);
    expect(peer.heard.at(-1)).toBeNull();
    expect(peer.messages.at(-1)).toEqual({
      type: 'share-state',
      isPaused: true,
      reason: 'by-hand',
    });
    presenter.setPaused(false);
    expect(peer.heard.at(-1)).toBe(next.sound);
    next.endBySystem();
    expect(peer.heard.at(-1)).toBeNull();
    presenter.stop();
    expect(peer.heard.at(-1)).toBeNull();
    expect(track.readyState).toBe('ended');
  });

  it('is heard by nobody who is not let in', async () => {
    const { presenter, server, peers, viewer } = await openRoom();
    presenter.switchTo(createFakeStream({ hasSound: true }).stream);
    server.latest.say(viewer.joinRequest('Ada'));
    viewer.watch(peers.latest);
    expect(peers.latest.heard).toEqual([]);
  });
});
