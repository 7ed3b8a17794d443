import { randomBytes } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { RefusalCode } from './protocol.ts';
import { createId, createOpening, startTestService } from './testing/test-room.ts';

const peerId = createId();
const refused = (code: RefusalCode, inReplyTo?: string) =>
  inReplyTo === undefined ? { type: 'refused', code } : { type: 'refused', code, inReplyTo };

test('P1: binary and what is not JSON is a bad-frame', async () => {
  const { open, openRoom } = await startTestService();
  for (const client of [await open(), await openRoom()]) {
    for (const frame of [Buffer.from('{"type":"ping"}'), Buffer.alloc(0), '', '{', '{"type":']) {
      client.sendRaw(frame);
      expect(await client.next()).toEqual(refused('bad-frame'));
    }
  }
});

test('P3, P4: version, type and schema are checked before anything else', async () => {
  const { open } = await startTestService({ maxMalformed: 99 });
  const client = await open();
  const message = createOpening(client);
  const cases = [
    [{ ...message, version: 2 }, refused('unsupported-version', 'open-room')],
    [{ ...message, version: '1' }, refused('unsupported-version', 'open-room')],
    [{ ...message, version: undefined }, refused('bad-message', 'open-room')],
    [{ ...message, extra: 1 }, refused('bad-message', 'open-room')],
    [{ ...message, roomId: '__proto__' }, refused('bad-message', 'open-room')],
    [{ ...message, roomId: `A${createId().slice(1)}` }, refused('bad-message', 'open-room')],
    [{ type: 'constructor' }, refused('unknown-type')],
    [{ type: '__proto__' }, refused('unknown-type')],
    [{ type: 7 }, refused('bad-message')],
    [null, refused('bad-message')],
    [[], refused('bad-message')],
    ['ping', refused('bad-message')],
  ] as const;
  for (const [frame, answer] of cases) {
    client.sendRaw(JSON.stringify(frame));
    expect(await client.next()).toEqual(answer);
  }
  client.sendRaw(JSON.stringify(message));
  await client.take('room-opened');
});

test('P2: a frame over 64 KiB closes the socket', async () => {
  const { open } = await startTestService();
  const client = await open();
  client.sendRaw('x'.repeat(64 * 1024 + 1));
  expect(await client.closed).toBe(1009);
});

test('P2: the largest signal fits', async () => {
  const { joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  const payload = 'x'.repeat(48 * 1024);
  viewer.send({ type: 'signal', peerId: presenter.peerId, sequence: 1, payload });
  expect(await presenter.take('signal')).toMatchObject({ payload });
});

test('P2: endless fragments close the socket', async () => {
  const { open } = await startTestService();
  const client = await open();
  for (let count = 0; count < 20; count += 1) client.socket.send('x', { fin: false });
  expect(await client.closed).toBe(1008);
});

test('P4: after 16 malformed frames the socket is closed, the member away', async () => {
  const { joinApproved, openRoom, resume } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  for (let count = 0; count < 15; count += 1) {
    viewer.sendRaw('nonsense');
    await viewer.take('refused');
  }
  await viewer.hasNothingElse();
  viewer.sendRaw('nonsense');
  expect(await viewer.closed).toBe(1008);
  expect(await presenter.next()).toEqual({ type: 'peer-away', peerId: viewer.peerId });
  await (await resume(viewer)).take('viewer-resumed');
  await presenter.take('peer-back');
  await presenter.hasNothingElse();
});

test('P4: refusals of well-formed messages do not close the socket', async () => {
  const { openRoom } = await startTestService();
  const presenter = await openRoom();
  for (let count = 0; count < 40; count += 1) {
    presenter.send({ type: 'approve', peerId });
    await presenter.take('refused');
  }
  await presenter.hasNothingElse();
});

test('P5: any other first message is refused', async () => {
  const { open } = await startTestService();
  const client = await open();
  for (const message of [
    { type: 'approve', peerId } as const,
    { type: 'deny', peerId } as const,
    { type: 'remove', peerId } as const,
    { type: 'lock', isLocked: true } as const,
    { type: 'signal', peerId, sequence: 1, payload: 'x' } as const,
    { type: 'signal-ack', peerId, sequence: 1 } as const,
    { type: 'leave' } as const,
    { type: 'ping' } as const,
  ]) {
    client.send(message);
    expect(await client.next()).toEqual(refused('wrong-order', message.type));
  }
});

test('P5: a socket that is no member after five seconds is closed', async () => {
  const { open, openRoom, time } = await startTestService();
  const presenter = await openRoom();
  const [mute, stranger] = [await open(), await open()];
  stranger.send({ type: 'join', version: 1, roomId: createId(), peerId, greeting: 'x' });
  await stranger.take('refused');
  time.advance(4_999);
  stranger.send({ type: 'ping' });
  await stranger.take('refused');
  time.advance(1);
  expect(await mute.closed).toBe(1008);
  expect(await stranger.closed).toBe(1008);
  await presenter.hasNothingElse();
});

test('P6: a second opening message on one socket is refused and changes nothing', async () => {
  const { join, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await join(presenter);
  for (const member of [presenter, viewer]) {
    const { resumeToken } = member;
    const ids = { version: 1, roomId: createId(), peerId: createId() } as const;
    for (const message of [
      createOpening(member),
      { type: 'join', ...ids, greeting: 'x' } as const,
      {
        type: 'resume',
        ...ids,
        roomId: member.roomId,
        peerId: member.peerId,
        resumeToken,
      } as const,
    ]) {
      member.send(message);
      expect(await member.next()).toEqual(refused('wrong-order', message.type));
    }
  }
  await presenter.hasNothingElse();
  await viewer.hasNothingElse();
});

test('P35: a viewer that does not read is cut and its membership ends', async () => {
  const { joinApproved, openRoom, resume } = await startTestService({ maxBufferedBytes: 100_000 });
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  viewer.socket.pause();
  const payload = 'x'.repeat(48 * 1024);
  const flood = async () => {
    for (let sequence = 1; sequence < 5_000; sequence += 1) {
      presenter.send({ type: 'signal', peerId: viewer.peerId, sequence, payload });
      if (sequence % 20 !== 0) continue;
      presenter.send({ type: 'ping' });
      const answer = await presenter.next();
      if (answer.type === 'peer-left') return answer;
    }
    throw new Error('never cut');
  };
  expect(await flood()).toEqual({ type: 'peer-left', peerId: viewer.peerId });
  const back = await resume(viewer);
  expect(await back.next()).toEqual({ type: 'ended', reason: 'too-slow' });
});

test('P35: a presenter that does not read is cut but keeps its room', async () => {
  const { joinApproved, openRoom, resume } = await startTestService({ maxBufferedBytes: 100_000 });
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  presenter.socket.pause();
  const payload = 'x'.repeat(48 * 1024);
  const flood = async () => {
    for (let sequence = 1; sequence < 5_000; sequence += 1) {
      viewer.send({ type: 'signal', peerId: presenter.peerId, sequence, payload });
      if (sequence % 20 !== 0) continue;
      viewer.send({ type: 'ping' });
      const answer = await viewer.next();
      if (answer.type === 'peer-away') return answer;
    }
    throw new Error('never cut');
  };
  expect(await flood()).toEqual({ type: 'peer-away', peerId: presenter.peerId });
  await viewer.take('pong');
  await (await resume(presenter)).take('presenter-resumed');
  await viewer.take('peer-back');
});

test('P36: a socket too many is told and closed', async () => {
  const { open } = await startTestService({ maxSockets: 1 });
  const first = await open();
  const second = await open();
  expect(await second.next()).toEqual(refused('server-full'));
  expect(await second.closed).toBe(1013);
  await first.terminate();
  const third = await open();
  third.send(createOpening(third));
  await third.take('room-opened');
});

test('P40: a fault in a handler costs one socket, not the service', async () => {
  let isBroken = false;
  const { openRoom, open, joinApproved, logLines } = await startTestService(
    {},
    {
      randomHex: (count) => {
        if (isBroken) throw new Error('no randomness');
        return randomBytes(count).toString('hex');
      },
    },
  );
  const presenter = await openRoom();
  const victim = await open();
  isBroken = true;
  victim.send(createOpening(victim));
  expect(await victim.closed).toBe(1011);
  isBroken = false;
  await joinApproved(presenter);
  expect(logLines.join('')).toContain('no randomness');
});

test('P34: a dead socket is cut within 30 s, a living one is kept', async () => {
  const heartbeat = { pingIntervalMs: 10_000, maxSilenceMs: 25_000 };
  const { joinApproved, openRoom, server, time } = await startTestService(heartbeat);
  const presenter = await openRoom();
  await joinApproved(presenter);
  const dead = await joinRaw(server.port, presenter.roomId);
  await presenter.take('join-request');
  let pings = 0;
  presenter.socket.on('ping', () => {
    pings += 1;
  });
  const deadAtMs = time.now();
  for (;;) {
    time.advance(2_500);
    presenter.send({ type: 'ping' });
    const answer = await presenter.next();
    if (answer.type === 'peer-away') {
      expect(answer.peerId).toBe(dead.peerId);
      break;
    }
  }
  expect(time.now() - deadAtMs).toBeLessThanOrEqual(30_000);
  expect(time.now() - deadAtMs).toBeGreaterThanOrEqual(25_000);
  expect(pings).toBe(2);
});

/** A viewer that never answers a ping, which no WebSocket client can be talked into. */
async function joinRaw(port: number, room: string): Promise<{ peerId: string }> {
  const id = createId();
  const message = { type: 'join', version: 1, roomId: room, peerId: id, greeting: 'x' };
  const body = Buffer.from(JSON.stringify(message));
  const mask = Buffer.alloc(4);
  const frame = Buffer.concat([
    Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]),
    mask,
    body,
  ]);
  const socket = connectTcp(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    'GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
  );
  const inbox: string[] = [];
  socket.on('data', (bytes) => inbox.push(bytes.toString()));
  const hasCome = (type: string) => () => expect(inbox.join('')).toContain(`"type":"${type}"`);
  await vi.waitFor(hasCome('challenge'));
  socket.write(frame);
  await vi.waitFor(hasCome('waiting'));
  return { peerId: id };
}
