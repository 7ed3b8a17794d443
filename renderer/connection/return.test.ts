import { describe, expect, it } from 'vitest';
import { claimReturn } from '../trust/return-pass.ts';
import { createViewer } from './create-viewer.ts';
import { createFarViewer } from './testing/far-end.ts';
import { openRoom, VIEWER } from './testing/presenting.ts';
import { createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';
import { getIn, PRESENTER, stream, TOKEN, watch } from './testing/watching.ts';

const AGAIN = 'e'.repeat(32);
const PASS = '7'.repeat(32);

/** A viewer that watched, and the same person on a page loaded anew. */
async function watchOnce() {
  const room = await openRoom();
  const peer = room.letIn(room.viewer, VIEWER);
  const told = peer.messages.find((message) => message.type === 'pass');
  if (told?.type !== 'pass') throw new Error('the viewer was told no pass');
  const again = createFarViewer(room.opening.peerId, AGAIN);
  const claimWith = (pass: string, newPeerId = AGAIN) =>
    claimReturn(pass, { roomId: ROOM_ID, peerId: VIEWER, newPeerId });
  const comeBack = (claim = claimWith(told.pass)) =>
    room.server.latest.say(again.joinRequest('Ada', claim));
  const stages = () => room.open().viewers.map(({ peerId, stage }) => [peerId, stage]);
  return { ...room, peer, pass: told.pass, again, claimWith, comeBack, stages };
}

describe('a viewer whose page was loaded anew', () => {
  it('is let in without a question, in its old place', async () => {
    const { server, peer, peers, comeBack, again, stages } = await watchOnce();
    comeBack();
    expect(stages()).toEqual([[AGAIN, 'connecting']]);
    expect(peer.isClosed).toBe(true);
    expect(server.latest.received).toContainEqual({ type: 'approve', peerId: AGAIN });
    expect(server.latest.received).toContainEqual({ type: 'remove', peerId: VIEWER });
    again.watch(peers.latest);
    expect(stages()).toEqual([[AGAIN, 'watching']]);
  });

  it('is let in after it said that it goes, for two minutes', async () => {
    const soon = await watchOnce();
    soon.peer.listeners.onMessage({ type: 'leaving' });
    expect(soon.stages()).toEqual([]);
    soon.clock.advance(60_000);
    soon.comeBack();
    expect(soon.stages()).toEqual([[AGAIN, 'connecting']]);

    const late = await watchOnce();
    late.peer.listeners.onMessage({ type: 'leaving' });
    late.clock.advance(121_000);
    late.comeBack();
    expect(late.stages()).toEqual([[AGAIN, 'asking']]);
  });

  it.each(['remove', 'block'] as const)('must ask again after %s', async (how) => {
    const { presenter, comeBack, stages } = await watchOnce();
    presenter[how](VIEWER);
    comeBack();
    expect(stages()).toEqual([[AGAIN, 'asking']]);
  });

  it('must ask when its claim is not the pass’s, is for another id, or was used before', async () => {
    const { comeBack, claimWith, pass, stages } = await watchOnce();
    comeBack(claimWith(PASS));
    expect(stages()).toContainEqual([AGAIN, 'asking']);
    comeBack(claimWith(pass, 'f'.repeat(32)));
    expect(stages()).toContainEqual([AGAIN, 'asking']);
    comeBack();
    expect(stages()).toEqual([[AGAIN, 'connecting']]);

    const used = await watchOnce();
    used.comeBack();
    const third = createFarViewer(used.opening.peerId, 'f'.repeat(32));
    const replayed = used.claimWith(used.pass, 'f'.repeat(32));
    used.server.latest.say(third.joinRequest('Eve', replayed));
    expect(used.stages()).toContainEqual(['f'.repeat(32), 'asking']);
  });
});

describe('a viewer’s tab', () => {
  async function keepPass() {
    const parts = await watch();
    parts.peers.latest.listeners.onMessage({ type: 'pass', pass: PASS });
    return parts;
  }
  /** The page of the same tab, loaded anew. */
  function load({
    seatKeeper,
  }: {
    seatKeeper: Awaited<ReturnType<typeof watch>>['deps']['seatKeeper'];
  }) {
    const parts = createTestDeps();
    const viewer = createViewer({ ...parts.deps, seatKeeper });
    return { ...parts, viewer };
  }

  it('comes back by itself, to the same presenter only', async () => {
    const { viewer, deps, presenter } = await keepPass();
    viewer.goAway();
    const page = load(deps);
    expect(page.viewer.comeBack()).toBe('Ada');
    page.server.latest.accept();
    expect(page.server.latest.received).toMatchObject([
      { type: 'join', roomId: ROOM_ID, presenterKey: presenter.publicKey },
    ]);
    page.server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
    expect(page.viewer.getState().name).toBe('waiting-for-approval');
  });

  it.each([
    ['left', (parts: Awaited<ReturnType<typeof keepPass>>) => parts.viewer.leave()],
    [
      'was removed',
      (parts: Awaited<ReturnType<typeof keepPass>>) =>
        parts.server.latest.say({ type: 'ended', reason: 'removed' }),
    ],
    [
      'was told that the share is over',
      (parts: Awaited<ReturnType<typeof keepPass>>) =>
        parts.peers.latest.listeners.onMessage({ type: 'share-ended' }),
    ],
  ])('has nothing to come back to once its person %s', async (_, end) => {
    const parts = await keepPass();
    end(parts);
    expect(load(parts.deps).viewer.comeBack()).toBeUndefined();
  });

  it('keeps nothing a stranger told it before proving itself', async () => {
    const { peers, deps } = await getIn();
    peers.latest.listeners.onStream(stream);
    peers.latest.listeners.onMessage({ type: 'pass', pass: PASS });
    await settle();
    expect(load(deps).viewer.comeBack()).toBeUndefined();
  });
});
