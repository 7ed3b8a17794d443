import { describe, expect, it } from 'vitest';
import { claimReturn } from '../trust/return-pass.ts';
import { createViewer } from './create-viewer.ts';
import type { GuestInvite, Knock } from './knock.ts';
import { createFarViewer } from './testing/far-end.ts';
import { openRoom, VIEWER, welcome } from './testing/presenting.ts';
import { createTestDeps, ROOM_ID, settle } from './testing/test-deps.ts';
import { askToJoin, target } from './testing/watching.ts';

const KNOCK = '7'.repeat(32);
const HERE = '192.168.1.7';

function createKnock(id = KNOCK, name = 'Mina') {
  const invites: GuestInvite[] = [];
  const refusals: string[] = [];
  const knock: Knock = {
    ...{ id, name, address: HERE },
    allow: (invite) => void invites.push(invite),
    refuse: (how) => void refusals.push(how),
  };
  return { knock, invites, refusals };
}

/** An open room at whose door somebody has knocked. */
async function beKnocked() {
  const room = await openRoom();
  const { knock, invites, refusals } = createKnock();
  room.presenter.knock(knock);
  const stages = () => room.open().viewers.map(({ peerId, stage }) => [peerId, stage]);
  /** Whoever was allowed joins, under a name of its choice. */
  const arrive = (invite = invites[0], viewerId = VIEWER, name = 'Mina') => {
    if (!invite) throw new Error('nobody was allowed');
    const { peerId, pass } = invite.guest;
    const claim = claimReturn(pass, { roomId: ROOM_ID, peerId, newPeerId: viewerId });
    room.server.latest.say(createFarViewer(room.opening.peerId, viewerId).joinRequest(name, claim));
  };
  return { ...room, invites, refusals, stages, arrive };
}

describe('a knock', () => {
  it('is asked about like any other request, and says where it comes from', async () => {
    const { open } = await beKnocked();
    expect(open().viewers).toMatchObject([
      { peerId: KNOCK, name: 'Mina', stage: 'asking', nearbyAddress: HERE },
    ]);
  });

  it('is told nothing of the code before it is allowed', async () => {
    const { invites, presenter } = await beKnocked();
    expect(invites).toEqual([]);
    presenter.deny(KNOCK);
    expect(invites).toEqual([]);
  });

  it('that is allowed gets what it takes to come in, without another question', async () => {
    const { presenter, invites, open, opening, stages, arrive, server } = await beKnocked();
    presenter.approve(KNOCK);
    expect(invites).toMatchObject([
      {
        code: open().invite.code,
        socketUrl: 'ws://127.0.0.1:8787/ws',
        guest: { peerId: KNOCK, presenterKey: opening.presenterKey },
      },
    ]);
    expect(stages()).toEqual([[KNOCK, 'connecting']]);
    arrive();
    expect(stages()).toEqual([[VIEWER, 'connecting']]);
    expect(server.latest.received).toContainEqual({ type: 'approve', peerId: VIEWER });
  });

  it('comes in under the name the presenter saw, whatever it says then', async () => {
    const { presenter, open, arrive } = await beKnocked();
    presenter.approve(KNOCK);
    arrive(undefined, VIEWER, 'The boss');
    expect(open().viewers).toMatchObject([{ peerId: VIEWER, name: 'Mina' }]);
  });

  it('lets one in, once', async () => {
    const { presenter, invites, stages, arrive } = await beKnocked();
    presenter.approve(KNOCK);
    arrive();
    const other = 'e'.repeat(32);
    arrive(invites[0], other);
    expect(stages()).toContainEqual([other, 'asking']);
  });

  it('is worth nothing two minutes later', async () => {
    const { presenter, clock, stages, arrive } = await beKnocked();
    presenter.approve(KNOCK);
    clock.advance(120_000);
    expect(stages()).toEqual([]);
    arrive();
    expect(stages()).toEqual([[VIEWER, 'asking']]);
  });

  it.each(['deny', 'block'] as const)('can be answered with %s', async (how) => {
    const { presenter, refusals, stages } = await beKnocked();
    presenter[how](KNOCK);
    expect(refusals).toEqual([how]);
    expect(stages()).toEqual([]);
  });

  it('can be taken back before its person is there', async () => {
    const { presenter, stages, arrive } = await beKnocked();
    presenter.approve(KNOCK);
    presenter.remove(KNOCK);
    expect(stages()).toEqual([]);
    arrive();
    expect(stages()).toEqual([[VIEWER, 'asking']]);
  });

  it('can be blocked after it was allowed', async () => {
    const { presenter, refusals } = await beKnocked();
    presenter.approve(KNOCK);
    presenter.block(KNOCK);
    expect(refusals).toEqual(['block']);
  });

  it('disappears with whoever knocked', async () => {
    const { presenter, invites, stages } = await beKnocked();
    presenter.withdrawKnock(KNOCK);
    expect(stages()).toEqual([]);
    presenter.approve(KNOCK);
    expect(invites).toEqual([]);
  });

  it('must be allowed even where everybody with the link gets in', async () => {
    const { presenter, invites, stages } = await beKnocked();
    presenter.setOpenToAll(true);
    const later = createKnock('8'.repeat(32), 'Jun');
    presenter.knock(later.knock);
    expect(stages()).toEqual([
      [KNOCK, 'asking'],
      ['8'.repeat(32), 'asking'],
    ]);
    expect([invites, later.invites]).toEqual([[], []]);
  });

  it('is turned away where nobody new may ask, and where all places are taken', async () => {
    const { presenter, open, stages, server } = await beKnocked();
    presenter.setLocked(true);
    const locked = createKnock('8'.repeat(32));
    presenter.knock(locked.knock);
    expect(locked.refusals).toEqual(['deny']);
    expect(open().turnedAway).toBe('locked');
    presenter.setLocked(false);

    server.latest.say({ type: 'room-opened', ...welcome, viewerLimit: 1 });
    const full = createKnock('9'.repeat(32));
    presenter.knock(full.knock);
    expect(full.refusals).toEqual(['full']);
    expect(open().turnedAway).toBe('full');
    expect(stages(), 'a server that forgot the room forgot nobody who knocked').toEqual([
      [KNOCK, 'asking'],
    ]);
  });

  it('is turned away where nothing is shared', async () => {
    const { presenter } = await openRoom();
    presenter.stop();
    const { knock, refusals } = createKnock();
    presenter.knock(knock);
    expect(refusals).toEqual(['deny']);
  });
});

describe('somebody who was allowed without a code', () => {
  it('joins the presenter who allowed it and no other, with its pass', async () => {
    const guest = { peerId: KNOCK, pass: '1'.repeat(32), presenterKey: '2'.repeat(64) };
    const parts = createTestDeps();
    createViewer(parts.deps).join({ ...target, guest });
    await settle();
    parts.server.latest.accept();
    expect(parts.server.latest.received).toMatchObject([
      { type: 'join', roomId: ROOM_ID, presenterKey: guest.presenterKey },
    ]);
    const { asked } = await askToJoin();
    expect(asked, 'others name no presenter').not.toHaveProperty('presenterKey');
  });
});
