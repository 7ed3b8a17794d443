import { expect, test } from 'vitest';
import { createId, startTestService } from '../testing/test-room.ts';

test('P7, P9: open-room answers room-opened with what the presenter needs', async () => {
  const { open, server } = await startTestService({
    stunUrls: ['stun:stun.example.org:3478'],
    maxViewers: 3,
  });
  const client = await open();
  client.send({ type: 'open-room', version: 1, roomId: createId(), peerId: createId() });
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
  other.send({ type: 'open-room', version: 1, roomId: presenter.roomId, peerId: createId() });
  const refusal = { type: 'refused', code: 'room-taken', inReplyTo: 'open-room' };
  expect(await other.next()).toEqual(refusal);
  await join(presenter);
});

test('P36: a full service refuses a room, and has space again when one ends', async () => {
  const { open, openRoom } = await startTestService({ maxRooms: 1 });
  const presenter = await openRoom();
  const other = await open();
  const message = {
    type: 'open-room',
    version: 1,
    roomId: createId(),
    peerId: createId(),
  } as const;
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
  other.send({ type: 'open-room', version: 1, roomId: createId(), peerId: createId() });
  expect(await other.next()).toMatchObject({ type: 'refused', code: 'server-full' });
});
