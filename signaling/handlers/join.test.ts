import { expect, test } from 'vitest';
import {
  createId,
  createKeys,
  createOpening,
  startTestService,
  type TestMember,
} from '../testing/test-room.ts';

type Service = Awaited<ReturnType<typeof startTestService>>;
const noSuchRoom = { type: 'refused', code: 'no-such-room', inReplyTo: 'join' };

async function knock({ open }: Service, roomId: string, peerId = createId()) {
  const client = await open();
  client.send({ type: 'join', version: 1, roomId, peerId, greeting: 'hi' });
  return client;
}

test('P10: join answers waiting and the presenter is asked', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const peerId = createId();
  const viewer = await knock(service, presenter.roomId, peerId);
  const resumeToken = expect.stringMatching(/^[0-9a-f]{32}$/);
  const presenterId = presenter.peerId;
  expect(await viewer.next()).toEqual({ type: 'waiting', resumeToken, presenterId });
  expect(await presenter.next()).toEqual({ type: 'join-request', peerId, greeting: 'hi' });
});

test('P10: who joins while the presenter is away is told so, and who it is', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const earlier = await service.join(presenter);
  await presenter.terminate();
  await earlier.take('peer-away');
  const viewer = await knock(service, presenter.roomId);
  expect((await viewer.take('waiting')).presenterId).toBe(presenter.peerId);
  expect(await viewer.next()).toEqual({ type: 'peer-away', peerId: presenter.peerId });
});

test('P11: wrong, ended, locked, full and id-taken look the same', async () => {
  const service = await startTestService({ maxViewers: 1 });
  const { openRoom, join } = service;
  const [ended, locked, full, taken] = [
    await openRoom(),
    await openRoom(),
    await openRoom(),
    await openRoom(),
  ];
  ended.send({ type: 'leave' });
  await ended.closed;
  locked.send({ type: 'lock', isLocked: true });
  await locked.hasNothingElse();
  await join(full);

  const answers = [
    await (await knock(service, createId())).next(),
    await (await knock(service, ended.roomId)).next(),
    await (await knock(service, locked.roomId)).next(),
    await (await knock(service, full.roomId)).next(),
    await (await knock(service, taken.roomId, taken.peerId)).next(),
  ];
  expect(answers).toEqual([noSuchRoom, noSuchRoom, noSuchRoom, noSuchRoom, noSuchRoom]);
});

test('P11: a peer id that a viewer has is taken', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  const other = await knock(service, presenter.roomId, viewer.peerId);
  expect(await other.next()).toEqual(noSuchRoom);
  await presenter.hasNothingElse();
  await viewer.hasNothingElse();
});

test('P11: sixteen seats unless set otherwise; an away viewer keeps its own', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewers: TestMember[] = [];
  for (let seat = 0; seat < 16; seat += 1) viewers.push(await service.join(presenter));
  await viewers[0]?.terminate();
  await presenter.take('peer-away');
  expect(await (await knock(service, presenter.roomId)).next()).toEqual(noSuchRoom);
  viewers[1]?.send({ type: 'leave' });
  await presenter.take('turned-away');
  await presenter.take('peer-left');
  await service.join(presenter);
});

test('P12: the presenter is told who was turned away and why', async () => {
  const service = await startTestService({ maxViewers: 1 });
  const presenter = await service.openRoom();
  await service.join(presenter);
  await knock(service, presenter.roomId);
  expect(await presenter.next()).toEqual({ type: 'turned-away', reason: 'full' });
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();
  await knock(service, presenter.roomId);
  expect(await presenter.next()).toEqual({ type: 'turned-away', reason: 'locked' });
});

test('P36: a full service refuses before it looks at the room', async () => {
  const service = await startTestService({ maxMembers: 1 });
  const presenter = await service.openRoom();
  const refusal = { type: 'refused', code: 'server-full', inReplyTo: 'join' };
  expect(await (await knock(service, presenter.roomId)).next()).toEqual(refusal);
  expect(await (await knock(service, createId())).next()).toEqual(refusal);
  await presenter.hasNothingElse();
});

test('P36: seats given up are counted back, however they were given up', async () => {
  const service = await startTestService({ maxMembers: 2 });
  const presenter = await service.openRoom();
  const denied = await service.join(presenter);
  presenter.send({ type: 'deny', peerId: denied.peerId });
  await denied.closed;
  const removed = await service.joinApproved(presenter);
  presenter.send({ type: 'remove', peerId: removed.peerId });
  await removed.closed;
  const left = await service.join(presenter);
  left.send({ type: 'leave' });
  await presenter.take('peer-left');
  await service.join(presenter);
  presenter.send({ type: 'leave' });
  await presenter.closed;
  await service.join(await service.openRoom());
});

test('P49: with a key only the room of that presenter is joined', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const { presenterKey } = presenter.keys;
  await service.join(presenter, {}, { presenterKey });
  const stranger = await service.open();
  const message = { type: 'join', version: 1, greeting: 'x', peerId: createId() } as const;
  const { roomId } = presenter;
  stranger.send({ ...message, roomId, presenterKey: createKeys().presenterKey });
  expect(await stranger.next()).toEqual(noSuchRoom);
  stranger.send({ ...message, roomId: createId(), presenterKey });
  expect(await stranger.next()).toEqual(noSuchRoom);
  await presenter.hasNothingElse();
});

test('P49: after a squatter took the name, who met the presenter waits for it, and finds it', async () => {
  const service = await startTestService();
  const squatter = await service.openRoom();
  const { roomId } = squatter;
  const keys = createKeys();
  const { presenterKey } = keys;
  const viewer = await service.open();
  const message = { type: 'join', version: 1, roomId, greeting: 'x', peerId: createId() } as const;
  viewer.send({ ...message, presenterKey });
  expect(await viewer.next()).toEqual(noSuchRoom);

  const presenter = await service.open();
  const peerId = createId();
  presenter.send(createOpening(presenter, { roomId, peerId, keys, isReopening: true }));
  await presenter.take('room-opened');
  await presenter.take('contested');
  await squatter.take('contested');
  viewer.send({ ...message, presenterKey });
  expect((await viewer.take('waiting')).presenterId).toBe(peerId);
  await presenter.take('join-request');
  await squatter.hasNothingElse();
});

test('P49: without a key nobody joins a contested room', async () => {
  const service = await startTestService();
  const first = await service.openRoom();
  const other = await service.open();
  other.send(createOpening(other, { roomId: first.roomId, isReopening: true }));
  await other.take('room-opened');
  await other.take('contested');
  await first.take('contested');
  const viewer = await knock(service, first.roomId);
  expect(await viewer.next()).toEqual(noSuchRoom);
  await first.hasNothingElse();
  await other.hasNothingElse();
});
