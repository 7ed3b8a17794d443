import { expect, test } from 'vitest';
import {
  createId,
  createKeys,
  createOpening,
  startTestService,
  type TestPresenter,
} from '../testing/test-room.ts';

test('P7, P9: open-room answers room-opened with what the presenter needs', async () => {
  const { open, server } = await startTestService({
    stunUrls: ['stun:stun.example.org:3478'],
    maxViewers: 3,
  });
  const client = await open();
  client.send(createOpening(client));
  expect(await client.take('room-opened')).toEqual({
    type: 'room-opened',
    resumeToken: expect.stringMatching(/^[0-9a-f]{32}$/),
    iceServers: [{ urls: ['stun:stun.example.org:3478'] }],
    origins: [`http://127.0.0.1:${server.port}`],
    viewerLimit: 3,
  });
});

test('P7: every seat has a token of its own', async () => {
  const { openRoom } = await startTestService();
  const [one, other] = [await openRoom(), await openRoom()];
  expect(one.resumeToken).not.toBe(other.resumeToken);
});

test('P8: a room id in use is refused and its room goes on', async () => {
  const { open, openRoom, join } = await startTestService();
  const presenter = await openRoom();
  const other = await open();
  other.send(createOpening(other, { roomId: presenter.roomId }));
  const refusal = { type: 'refused', code: 'room-taken', inReplyTo: 'open-room' };
  expect(await other.next()).toEqual(refusal);
  await join(presenter);
});

test('P36: a full service refuses a room, and has space again when one ends', async () => {
  const { open, openRoom } = await startTestService({ maxRooms: 1 });
  const presenter = await openRoom();
  const other = await open();
  const message = createOpening(other);
  other.send(message);
  expect(await other.next()).toMatchObject({ type: 'refused', code: 'server-full' });
  presenter.send({ type: 'leave' });
  await presenter.closed;
  other.send(message);
  await other.take('room-opened');
});

test('P36: a presenter counts as a member', async () => {
  const { open, openRoom, join } = await startTestService({ maxMembers: 2 });
  await join(await openRoom());
  const other = await open();
  other.send(createOpening(other));
  expect(await other.next()).toMatchObject({ type: 'refused', code: 'server-full' });
});

test('P45: every socket is challenged at once, each with a nonce of its own', async () => {
  const { open } = await startTestService();
  const [one, other] = [await open(), await open()];
  expect(one.nonce).toMatch(/^[0-9a-f]{64}$/);
  expect(other.nonce).not.toBe(one.nonce);
});

const badSignature = { type: 'refused', code: 'bad-signature', inReplyTo: 'open-room' };

test('P46: only what the key signed for this socket opens a room', async () => {
  const { open } = await startTestService();
  const [client, other] = [await open(), await open()];
  const opening = createOpening(client);
  const forgeries = [
    createOpening(other),
    { ...opening, roomId: createId() },
    { ...opening, peerId: createId() },
    { ...opening, presenterKey: createKeys().presenterKey },
    { ...opening, signature: '0'.repeat(128) },
  ];
  for (const forgery of forgeries) {
    client.send(forgery);
    expect(await client.next()).toEqual(badSignature);
  }
  client.send(opening);
  await client.take('room-opened');
});

test('P47: who lost the first answer opens the room once more', async () => {
  const service = await startTestService();
  const keys = createKeys();
  const [roomId, peerId] = [createId(), createId()];
  const lost = await service.open();
  lost.send(createOpening(lost, { roomId, peerId, keys }));
  const { resumeToken: unseen } = await lost.take('room-opened');
  await lost.terminate();

  const again = await service.open();
  again.send(createOpening(again, { roomId, peerId, keys }));
  const answer = await again.take('presenter-resumed');
  expect(answer).toMatchObject({ isLocked: false, viewers: [] });
  expect(answer.resumeToken).not.toBe(unseen);
  const presenter = { ...again, keys, peerId, roomId, resumeToken: answer.resumeToken };
  await service.joinApproved(presenter);
  expect(await (await service.resume(presenter, unseen)).next()).toMatchObject({
    code: 'resume-failed',
  });
  await (await service.resume(presenter)).take('presenter-resumed');
});

test('P47: the key takes the seat from an open socket and finds everybody there', async () => {
  const service = await startTestService({ maxRooms: 1 });
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();
  const back = await service.open();
  back.send(createOpening(back, { ...presenter, isReopening: true }));
  expect(await back.take('presenter-resumed')).toMatchObject({
    isLocked: true,
    viewers: [{ peerId: viewer.peerId, isApproved: true }],
  });
  expect(await presenter.next()).toEqual({ type: 'ended', reason: 'replaced' });
  expect(await presenter.closed).toBe(1000);
  expect(await viewer.next()).toEqual({ type: 'peer-back', peerId: presenter.peerId });
  viewer.send({ type: 'signal', peerId: presenter.peerId, sequence: 1, payload: 'x' });
  await back.take('signal');
  await back.hasNothingElse();
});

test('P47: it ends the window of a presenter that was away', async () => {
  const service = await startTestService({ presenterResumeMs: 1_000 });
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  await presenter.terminate();
  await viewer.take('peer-away');
  const back = await service.open();
  back.send(createOpening(back, presenter));
  await back.take('presenter-resumed');
  await viewer.take('peer-back');
  service.time.advance(2_000);
  await viewer.hasNothingElse();
  await back.hasNothingElse();
});

test('P47: the key under another peer id is refused: viewers would signal into the void', async () => {
  const { open, openRoom } = await startTestService();
  const presenter = await openRoom();
  const other = await open();
  for (const isReopening of [false, true]) {
    other.send(createOpening(other, { ...presenter, peerId: createId(), isReopening }));
    expect(await other.next()).toMatchObject({ code: 'room-taken' });
  }
  await presenter.hasNothingElse();
});

test('P8, P47: who knows the code but not the key does not get the seat', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const { roomId, peerId } = presenter;
  const thief = await service.open();
  thief.send(createOpening(thief, { roomId, peerId }));
  expect(await thief.next()).toMatchObject({ code: 'room-taken' });
  const { presenterKey } = presenter.keys;
  thief.send({ ...createOpening(thief, { roomId, peerId, isReopening: true }), presenterKey });
  expect(await thief.next()).toEqual(badSignature);
  await presenter.hasNothingElse();
  await viewer.hasNothingElse();
});

async function contest(service: Awaited<ReturnType<typeof startTestService>>) {
  const squatter = await service.openRoom();
  const { roomId } = squatter;
  const [client, keys, peerId] = [await service.open(), createKeys(), createId()];
  client.send(createOpening(client, { roomId, peerId, keys, isReopening: true }));
  const { resumeToken } = await client.take('room-opened');
  const presenter: TestPresenter = { ...client, keys, peerId, roomId, resumeToken };
  expect(await presenter.next()).toEqual({ type: 'contested' });
  expect(await squatter.next()).toEqual({ type: 'contested' });
  return { presenter, squatter };
}

test('P48: a presenter whose room the service forgot opens it beside a squatter', async () => {
  const service = await startTestService();
  const { presenter, squatter } = await contest(service);
  const viewer = await service.joinApproved(presenter, presenter.keys);
  const victim = await service.joinApproved(squatter, squatter.keys);
  const { peerId } = squatter;
  viewer.send({ type: 'signal', peerId, sequence: 1, payload: 'x' });
  expect(await viewer.next()).toMatchObject({ code: 'no-such-peer' });
  squatter.send({ type: 'signal', peerId: viewer.peerId, sequence: 1, payload: 'x' });
  expect(await squatter.next()).toMatchObject({ code: 'no-such-peer' });
  squatter.send({ type: 'remove', peerId: viewer.peerId });
  expect(await squatter.next()).toMatchObject({ code: 'no-such-peer' });
  squatter.send({ type: 'leave' });
  expect(await victim.next()).toEqual({ type: 'ended', reason: 'presenter-left' });
  await viewer.hasNothingElse();
  await presenter.hasNothingElse();
});

test('P48: members of both rooms come back to their own', async () => {
  const service = await startTestService();
  const { presenter, squatter } = await contest(service);
  const viewer = await service.joinApproved(presenter, presenter.keys);
  const victim = await service.joinApproved(squatter, squatter.keys);
  for (const [member, expected] of [
    [viewer, presenter],
    [victim, squatter],
  ] as const) {
    const back = await service.resume(member);
    const { presenterId, joined } = await back.take('viewer-resumed');
    expect([presenterId, joined?.presenterId]).toEqual([expected.peerId, expected.peerId]);
    await expected.take('peer-back');
  }
  for (const member of [presenter, squatter]) {
    const back = await service.resume(member);
    await back.take('presenter-resumed');
    expect(await back.next()).toEqual({ type: 'contested' });
  }
});

test('P48: who was away when the other key came learns it on its return', async () => {
  const service = await startTestService();
  const first = await service.openRoom();
  const witness = await service.join(first);
  await first.terminate();
  await witness.take('peer-away');
  const other = await service.open();
  other.send(createOpening(other, { roomId: first.roomId, isReopening: true }));
  await other.take('room-opened');
  await other.take('contested');
  const back = await service.open();
  back.send(createOpening(back, first));
  await back.take('presenter-resumed');
  expect(await back.next()).toEqual({ type: 'contested' });
});

test('P48: when one ends, the other is a room like any other', async () => {
  const service = await startTestService();
  const { presenter, squatter } = await contest(service);
  squatter.send({ type: 'leave' });
  await squatter.closed;
  await service.join(presenter);
  const back = await service.resume(presenter);
  await back.take('presenter-resumed');
  await back.hasNothingElse();
});

test('P48: who comes first and only then is reopened keeps its viewers', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const thief = await service.open();
  thief.send(createOpening(thief, { roomId: presenter.roomId, isReopening: true }));
  await thief.take('room-opened');
  await presenter.take('contested');
  presenter.send({ type: 'signal', peerId: viewer.peerId, sequence: 1, payload: 'x' });
  await viewer.take('signal');
  await viewer.hasNothingElse();
});
