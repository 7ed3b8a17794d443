import { expect, test, vi } from 'vitest';
import type { SignalingOptions } from './options.ts';
import type { ServerMessage } from './protocol.ts';
import { createId, createKeys, createOpening, startTestService } from './testing/test-room.ts';

const trustedProxies = ['127.0.0.1'];
const from = (address: string) => ({ 'x-forwarded-for': address });
const guesser = from('203.0.113.7');
const codes = (answers: ServerMessage[]) =>
  answers.map((answer) => (answer.type === 'refused' ? answer.code : answer.type));
const countOf = (list: string[], wanted: string) => list.filter((item) => item === wanted).length;

type Service = Awaited<ReturnType<typeof startTestService>>;

const start = (options: SignalingOptions = {}) =>
  startTestService({
    trustedProxies,
    maxMissesPerMinute: 10,
    maxSocketsPerAddress: 64,
    ...options,
  });

async function knock({ open }: Service, roomId: string, headers = guesser, key = {}) {
  const client = await open(headers);
  const message = { type: 'join', version: 1, roomId, greeting: 'x', ...key } as const;
  client.send({ ...message, peerId: createId() });
  const answer = await client.next();
  client.socket.terminate();
  await client.closed;
  return answer;
}

async function guess(service: Service, times: number, headers = guesser) {
  const answers: ServerMessage[] = [];
  for (let count = 0; count < times; count += 1) {
    answers.push(await knock(service, createId(), headers));
  }
  return answers;
}

test('P53: of 200 wrong codes from one address ten are looked at', async () => {
  const service = await start();
  const answers = codes(await guess(service, 200));
  expect(countOf(answers.slice(0, 10), 'no-such-room')).toBe(10);
  expect(countOf(answers, 'too-many-attempts')).toBe(190);
});

test('P53: a limited address is told how long, and not even the right code helps', async () => {
  const service = await start();
  const presenter = await service.openRoom();
  await guess(service, 10);
  const { roomId } = presenter;
  expect(await knock(service, roomId)).toEqual({
    type: 'refused',
    code: 'too-many-attempts',
    inReplyTo: 'join',
    retryAfterMs: 60_000,
  });
  await presenter.hasNothingElse();
  expect(await knock(service, roomId, from('203.0.113.8'))).toMatchObject({ type: 'waiting' });
  service.time.advance(60_000);
  expect(await knock(service, roomId)).toMatchObject({ type: 'waiting' });
});

test('P53: locked, full, blocked and contested count as wrong', async () => {
  for (const spoil of ['lock', 'full', 'block', 'contest'] as const) {
    const service = await start({ maxViewers: 1 });
    const presenter = await service.openRoom();
    const { roomId } = presenter;
    if (spoil === 'lock') presenter.send({ type: 'lock', isLocked: true });
    if (spoil === 'full') await service.join(presenter);
    if (spoil === 'block') {
      const viewer = await service.join(presenter, guesser);
      presenter.send({ type: 'block', peerId: viewer.peerId });
      await viewer.closed;
    }
    if (spoil === 'contest') {
      const other = await service.open();
      other.send(createOpening(other, { roomId, isReopening: true }));
      await other.take('room-opened');
    }
    const answers: ServerMessage[] = [];
    for (let count = 0; count < 11; count += 1) answers.push(await knock(service, roomId));
    expect(countOf(codes(answers), 'no-such-room')).toBe(10);
  }
});

test('P53: successful joins are not counted', async () => {
  const service = await start();
  const presenter = await service.openRoom();
  for (let count = 0; count < 30; count += 1) {
    const viewer = await service.join(presenter, guesser);
    viewer.send({ type: 'leave' });
    await presenter.take('peer-left');
  }
});

test('P53: an IPv6 network counts as one address', async () => {
  const service = await start();
  for (let count = 0; count < 10; count += 1) await guess(service, 1, from(`2001:db8::${count}`));
  expect(codes(await guess(service, 1, from('2001:db8::ffff')))).toEqual(['too-many-attempts']);
  expect(codes(await guess(service, 1, from('2001:db8:0:1::1')))).toEqual(['no-such-room']);
});

test('P53: all addresses together are limited too', async () => {
  const service = await start({ maxMissesPerMinuteOverall: 20 });
  for (let count = 0; count < 20; count += 1) await guess(service, 1, from(`203.0.113.${count}`));
  expect(codes(await guess(service, 1, from('198.51.100.1')))).toEqual(['too-many-attempts']);
});

test('P53: wrong codes do not keep the members of an office from coming back', async () => {
  const service = await start();
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter, guesser);
  await guess(service, 10);
  const back = await service.resume(viewer, viewer.resumeToken, guesser);
  await back.take('viewer-resumed');
  const { presenterKey } = presenter.keys;
  const answer = await knock(service, presenter.roomId, guesser, { presenterKey });
  expect(answer).toMatchObject({ type: 'waiting' });
});

test('P53: coming back in vain is limited on its own, far later', async () => {
  const service = await start({ maxSocketsPerAddress: 8 });
  const presenter = await service.openRoom();
  const nobody = { ...presenter, peerId: createId() };
  const answers: ServerMessage[] = [];
  for (let count = 0; count < 20; count += 1) {
    const client = await service.resume(nobody, createId(), guesser);
    answers.push(await client.next());
    await client.terminate();
    const { presenterKey } = createKeys();
    answers.push(await knock(service, presenter.roomId, guesser, { presenterKey }));
  }
  const list = codes(answers);
  expect(countOf(list, 'resume-failed') + countOf(list, 'no-such-room')).toBe(32);
  expect(countOf(list, 'too-many-attempts')).toBe(8);
  const back = await service.resume(presenter, presenter.resumeToken, guesser);
  expect(await back.next()).toMatchObject({ code: 'too-many-attempts', inReplyTo: 'resume' });
  expect(codes(await guess(service, 1))).toEqual(['no-such-room']);
});

test('P53: opening rooms does not tell which codes are in use, other than slowly', async () => {
  const service = await start({ maxSocketsPerAddress: 8 });
  const { roomId } = await service.openRoom();
  const client = await service.open(guesser);
  for (let count = 0; count < 4; count += 1) {
    client.send(createOpening(client, { roomId }));
    expect(await client.next()).toMatchObject({ code: 'room-taken' });
    client.send({ ...createOpening(client), signature: '0'.repeat(128) });
    expect(await client.next()).toMatchObject({ code: 'bad-signature' });
  }
  client.send(createOpening(client, { roomId }));
  expect(await client.next()).toEqual({
    type: 'refused',
    code: 'too-many-attempts',
    inReplyTo: 'open-room',
    retryAfterMs: 60_000,
  });
});

test('P54: every miss is answered equally late', async () => {
  const randomHex = (count: number) =>
    count === 2
      ? '0000'
      : createId()
          .repeat(2)
          .slice(0, count * 2);
  const service = await startTestService({ missDelayMs: 300, maxViewers: 1 }, { randomHex });
  const [ended, locked, full, blocking] = [
    await service.openRoom(),
    await service.openRoom(),
    await service.openRoom(),
    await service.openRoom(),
  ];
  ended.send({ type: 'leave' });
  await ended.closed;
  locked.send({ type: 'lock', isLocked: true });
  await locked.hasNothingElse();
  await service.join(full);
  const blocked = await service.join(blocking);
  blocking.send({ type: 'block', peerId: blocked.peerId });
  await blocked.closed;
  const rooms = [createId(), ...[ended, locked, full, blocking].map(({ roomId }) => roomId)];

  const ids = { version: 1, peerId: createId() } as const;
  const messages = [
    ...rooms.map((roomId) => ({ type: 'join', ...ids, roomId, greeting: 'x' }) as const),
    { type: 'resume', ...ids, roomId: full.roomId, resumeToken: createId() } as const,
  ];
  for (const message of messages) {
    const client = await service.open();
    client.send(message);
    client.send({ type: 'ping' });
    expect(await client.next()).toMatchObject({ code: 'wrong-order', inReplyTo: 'ping' });
    service.time.advance(299);
    client.send({ type: 'ping' });
    expect(await client.next()).toMatchObject({ code: 'wrong-order', inReplyTo: 'ping' });
    service.time.advance(1);
    const code = message.type === 'join' ? 'no-such-room' : 'resume-failed';
    expect(await client.next()).toMatchObject({ code });
    // The socket is as good as before.
    client.send(createOpening(client));
    await client.take('room-opened');
  }
});

test('P54: the delay varies by up to a half', async () => {
  const randomHex = (count: number) =>
    count === 2
      ? 'ffff'
      : createId()
          .repeat(2)
          .slice(0, count * 2);
  const service = await startTestService({ missDelayMs: 300 }, { randomHex });
  const client = await service.open();
  client.send({ type: 'join', version: 1, roomId: createId(), peerId: createId(), greeting: 'x' });
  client.send({ type: 'ping' });
  await client.take('refused');
  service.time.advance(449);
  client.send({ type: 'ping' });
  expect(await client.next()).toMatchObject({ code: 'wrong-order' });
  service.time.advance(1);
  expect(await client.next()).toMatchObject({ code: 'no-such-room' });
});

test('P54: one socket tries one code at a time', async () => {
  const service = await startTestService({ missDelayMs: 300 });
  const presenter = await service.openRoom();
  const client = await service.open();
  const message = { type: 'join', version: 1, peerId: createId(), greeting: 'x' } as const;
  client.send({ ...message, roomId: createId() });
  client.send({ ...message, roomId: presenter.roomId });
  expect(await client.next()).toMatchObject({ code: 'wrong-order', inReplyTo: 'join' });
  service.time.advance(450);
  expect(await client.next()).toMatchObject({ code: 'no-such-room' });
  await presenter.hasNothingElse();
});

test('P5, P54: waiting for a late answer does not keep a socket open', async () => {
  const service = await startTestService({ missDelayMs: 60_000 });
  const client = await service.open();
  client.send({ type: 'join', version: 1, roomId: createId(), peerId: createId(), greeting: 'x' });
  client.send({ type: 'ping' });
  await client.take('refused');
  service.time.advance(5_000);
  expect(await client.closed).toBe(1008);
});

test('P54: a socket that goes before its late answer leaves no timer behind', async () => {
  let timers = 0;
  const setTimer = () => {
    timers += 1;
    return () => {
      timers -= 1;
    };
  };
  const service = await startTestService({ missDelayMs: 300 }, { setTimer });
  const timersBefore = timers;
  const client = await service.open();
  client.send({ type: 'join', version: 1, roomId: createId(), peerId: createId(), greeting: 'x' });
  client.send({ type: 'ping' });
  await client.take('refused');
  expect(timers).toBe(timersBefore + 2);
  await client.terminate();
  await vi.waitFor(() => expect(timers).toBe(timersBefore));
});
