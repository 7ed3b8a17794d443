import { expect, test } from 'vitest';
import { createId, startTestService } from '../testing/test-room.ts';

const stunUrls = ['stun:stun.example.org'];

test('P13: approve tells the viewer the presenter and, only now, the ICE servers', async () => {
  const { join, openRoom } = await startTestService({ stunUrls });
  const presenter = await openRoom();
  const viewer = await join(presenter);
  await viewer.hasNothingElse();
  presenter.send({ type: 'approve', peerId: viewer.peerId });
  expect(await viewer.next()).toEqual({
    type: 'joined',
    presenterId: presenter.peerId,
    iceServers: [{ urls: stunUrls }],
  });
});

test('P14: deny ends a waiting viewer and closes its socket', async () => {
  const { join, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await join(presenter);
  presenter.send({ type: 'deny', peerId: viewer.peerId });
  expect(await viewer.next()).toEqual({ type: 'ended', reason: 'denied' });
  expect(await viewer.closed).toBe(1000);
  await presenter.hasNothingElse();
});

test('P15: remove ends an approved viewer and closes its socket', async () => {
  const { joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  presenter.send({ type: 'remove', peerId: viewer.peerId });
  expect(await viewer.next()).toEqual({ type: 'ended', reason: 'removed' });
  expect(await viewer.closed).toBe(1000);
  await presenter.hasNothingElse();
});

test('P16: lock keeps new viewers out until it is taken back, and members in', async () => {
  const { join, joinApproved, open, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  presenter.send({ type: 'lock', isLocked: true });
  const { roomId } = presenter;
  const late = await open();
  await presenter.hasNothingElse();
  late.send({ type: 'join', version: 1, roomId, peerId: createId(), greeting: 'x' });
  expect(await late.next()).toMatchObject({ type: 'refused', code: 'no-such-room' });
  await presenter.take('turned-away');
  await viewer.hasNothingElse();
  presenter.send({ type: 'lock', isLocked: false });
  await join(presenter);
});

test('P17: orders from a viewer are refused and do nothing', async () => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const [viewer, waiting] = [await joinApproved(presenter), await join(presenter)];
  const { peerId } = waiting;
  for (const message of [
    { type: 'approve', peerId } as const,
    { type: 'deny', peerId } as const,
    { type: 'remove', peerId: viewer.peerId } as const,
    { type: 'lock', isLocked: true } as const,
  ]) {
    viewer.send(message);
    const refusal = { type: 'refused', code: 'wrong-role', inReplyTo: message.type };
    expect(await viewer.next()).toEqual(refusal);
  }
  await waiting.hasNothingElse();
  await join(presenter);
});

test.each(['approve', 'deny', 'remove'] as const)('P18: %s for nobody', async (type) => {
  const { join, openRoom } = await startTestService();
  const [presenter, other] = [await openRoom(), await openRoom()];
  const stranger = await join(other);
  const refusal = { type: 'refused', code: 'no-such-peer', inReplyTo: type };
  for (const peerId of [createId(), stranger.peerId, presenter.peerId]) {
    presenter.send({ type, peerId });
    expect(await presenter.next()).toEqual(refusal);
  }
  await stranger.hasNothingElse();
});

test('P18: approve and deny for an approved viewer, remove for a waiting one', async () => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const [approved, waiting] = [await joinApproved(presenter), await join(presenter)];
  for (const message of [
    { type: 'approve', peerId: approved.peerId } as const,
    { type: 'deny', peerId: approved.peerId } as const,
    { type: 'remove', peerId: waiting.peerId } as const,
  ]) {
    presenter.send(message);
    const refusal = { type: 'refused', code: 'wrong-order', inReplyTo: message.type };
    expect(await presenter.next()).toEqual(refusal);
  }
  await approved.hasNothingElse();
  await waiting.hasNothingElse();
});
