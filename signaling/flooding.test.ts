import { connect as connectTcp, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createId, createOpening, startTestService } from './testing/test-room.ts';

const tooFast = { type: 'refused', code: 'too-fast' };
const trustedProxies = ['127.0.0.1'];
const from = (address: string) => ({ 'x-forwarded-for': address });

test('P55: a viewer that sends too much is cut and away, and may come back', async () => {
  const service = await startTestService({ viewerMessagesPerSecond: 50 });
  const presenter = await service.openRoom();
  const bystander = await service.joinApproved(presenter);
  const viewer = await service.joinApproved(presenter);
  const { peerId } = presenter;
  for (let sequence = 1; sequence <= 400; sequence += 1) {
    viewer.send({ type: 'signal', peerId, sequence, payload: 'x' });
  }
  expect(await viewer.next()).toEqual(tooFast);
  expect(await viewer.closed).toBe(1008);
  for (let sequence = 1; sequence <= 300; sequence += 1) {
    expect(await presenter.next()).toMatchObject({ type: 'signal', sequence });
  }
  expect(await presenter.next()).toEqual({ type: 'peer-away', peerId: viewer.peerId });
  await (await service.resume(viewer)).take('viewer-resumed');
  await presenter.take('peer-back');
  await presenter.hasNothingElse();
  await bystander.hasNothingElse();
});

test('P55: large frames use the budget up sooner', async () => {
  const service = await startTestService({ viewerMessagesPerSecond: 50 });
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const payload = 'x'.repeat(48 * 1024);
  for (let sequence = 1; sequence <= 40; sequence += 1) {
    viewer.send({ type: 'signal', peerId: presenter.peerId, sequence, payload });
  }
  expect(await viewer.next()).toEqual(tooFast);
  for (let count = 0; count < 24; count += 1) await presenter.take('signal');
  expect(await presenter.next()).toMatchObject({ type: 'peer-away' });
});

test('P55: a presenter with many viewers may send what a restart makes it send', async () => {
  const service = await startTestService({ presenterMessagesPerSecond: 200 });
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const { peerId } = viewer;
  for (let sequence = 1; sequence <= 1_000; sequence += 1) {
    presenter.send({ type: 'signal', peerId, sequence, payload: 'x'.repeat(1_000) });
  }
  for (let sequence = 1; sequence <= 1_000; sequence += 1) {
    expect(await viewer.next()).toMatchObject({ sequence });
  }
  await presenter.hasNothingElse();
});

test('P55: a presenter that sends too much is cut and away, its room goes on', async () => {
  const service = await startTestService({ presenterMessagesPerSecond: 20 });
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  for (let count = 0; count < 250; count += 1) presenter.send({ type: 'lock', isLocked: false });
  expect(await presenter.next()).toEqual(tooFast);
  expect(await presenter.closed).toBe(1008);
  expect(await viewer.next()).toEqual({ type: 'peer-away', peerId: presenter.peerId });
  await (await service.resume(presenter)).take('presenter-resumed');
});

test('P55: WebSocket pings and pongs cost like messages', async () => {
  const service = await startTestService({ viewerMessagesPerSecond: 50 });
  const [ponger, pinger] = [await service.open(), await service.open()];
  for (let count = 0; count <= 300; count += 1) ponger.socket.pong();
  expect(await ponger.next()).toEqual(tooFast);
  expect(await ponger.closed).toBe(1008);
  for (let count = 0; count < 300; count += 1) {
    pinger.socket.ping();
    await new Promise((resolve) => pinger.socket.once('pong', resolve));
  }
  pinger.socket.ping();
  expect(await pinger.next()).toEqual(tooFast);
});

test('P55: one flood counts once, however long it goes on', async () => {
  const service = await startTestService({
    viewerMessagesPerSecond: 10,
    maxSocketsPerAddress: 8,
    maxMissesPerMinute: 2,
  });
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  for (let count = 0; count < 500; count += 1) viewer.send({ type: 'ping' });
  expect(await viewer.closed).toBe(1008);
  await presenter.take('peer-away');
  await (await service.resume(viewer)).take('viewer-resumed');
  await presenter.take('peer-back');
  await service.join(presenter);
});

test('P55: who floods again and again waits like one who guesses', async () => {
  const service = await startTestService({
    trustedProxies,
    viewerMessagesPerSecond: 1,
    maxSocketsPerAddress: 8,
    maxMissesPerMinute: 4,
  });
  const presenter = await service.openRoom();
  const flooder = from('203.0.113.7');
  for (let flood = 0; flood < 4; flood += 1) {
    const client = await service.open(flooder);
    for (let count = 0; count < 20; count += 1) client.sendRaw('x');
    expect(await client.closed).toBe(1008);
  }
  const { roomId } = presenter;
  const client = await service.open(flooder);
  const ids = { version: 1, roomId, peerId: createId() } as const;
  client.send({ type: 'join', ...ids, greeting: 'x' });
  expect(await client.next()).toMatchObject({ code: 'too-many-attempts' });
  client.send({ type: 'resume', ...ids, resumeToken: createId() });
  expect(await client.next()).toMatchObject({ code: 'too-many-attempts' });
});

test.each(['join', 'joinApproved'] as const)(
  'P20, P55: after %s what a viewer sends comes out at most once',
  async (enter) => {
    const service = await startTestService();
    const presenter = await service.openRoom();
    const viewer = await service[enter](presenter);
    await service.join(presenter);
    await service.joinApproved(presenter);
    const { peerId } = presenter;
    let received = 0;
    for (const { socket } of [presenter, viewer]) socket.on('message', () => (received += 1));
    const messages = [
      { type: 'signal', peerId, sequence: 1, payload: 'x' },
      { type: 'signal-ack', peerId, sequence: 1 },
      { type: 'signal', peerId: createId(), sequence: 1, payload: 'x' },
      { type: 'lock', isLocked: true },
      { type: 'block', peerId },
      { type: 'ping' },
      { type: 'join', version: 1, roomId: presenter.roomId, peerId: createId(), greeting: 'x' },
      { type: 'nonsense' },
    ];
    let sent = 0;
    for (let round = 0; round < 10; round += 1) {
      for (const message of messages) viewer.sendRaw(JSON.stringify(message));
      sent += messages.length;
    }
    viewer.sendRaw('{"type":"ping"}');
    presenter.sendRaw('{"type":"ping"}');
    for (const member of [viewer, presenter]) {
      while ((await member.next()).type !== 'pong');
    }
    expect(received).toBeLessThanOrEqual(sent + 2);
  },
);

test('P56: sockets of one address are limited, those of others are not', async () => {
  const { open } = await startTestService({ trustedProxies, maxSocketsPerAddress: 2 });
  const [one] = [await open(from('203.0.113.7')), await open(from('203.0.113.7'))];
  const third = await open(from('203.0.113.7'));
  expect(await third.next()).toEqual({ type: 'refused', code: 'server-full' });
  expect(await third.closed).toBe(1013);
  expect((await open(from('203.0.113.8'))).nonce).not.toBe('');
  await one?.terminate();
  const again = await open(from('203.0.113.7'));
  again.send(createOpening(again));
  await again.take('room-opened');
});

test('P56: one address holds as many rooms as sockets, away presenters included', async () => {
  const { open, openRoom } = await startTestService({
    trustedProxies,
    maxSocketsPerAddress: 2,
  });
  for (let count = 0; count < 2; count += 1) await (await openRoom()).terminate();
  const client = await open();
  client.send(createOpening(client));
  expect(await client.next()).toMatchObject({ code: 'too-many-attempts' });
  const other = await open(from('203.0.113.8'));
  other.send(createOpening(other));
  await other.take('room-opened');
});

test('P56: TCP connections of one address are limited before they say anything', async () => {
  const { server } = await startTestService({ maxSocketsPerAddress: 2 });
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const connectOnce = async () => {
    const socket = connectTcp(server.port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => {});
    socket.resume();
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    return socket;
  };
  for (let count = 0; count < 4; count += 1) await connectOnce();
  const fifth = await connectOnce();
  await new Promise((resolve) => fifth.once('close', resolve));
  expect(sockets.slice(0, 4).map(({ destroyed }) => destroyed)).not.toContain(true);
  sockets[0]?.destroy();
  await vi.waitFor(async () => {
    const sixth = await connectOnce();
    sixth.write('\r\n');
    const answer = await new Promise((resolve) => {
      sixth.once('data', (bytes) => resolve(bytes.toString()));
      sixth.once('close', () => resolve('cut'));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test('P56: the connections of a trusted proxy are everybody’s and not limited', async () => {
  const { open } = await startTestService({ trustedProxies, maxSocketsPerAddress: 2 });
  for (let count = 0; count < 8; count += 1) {
    expect((await open(from(`203.0.113.${count}`))).nonce).not.toBe('');
  }
});

test('P39: headers that are too large are refused', async () => {
  const { server } = await startTestService();
  const answer = await new Promise<string>((resolve) => {
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.once('data', (bytes) => resolve(bytes.toString()));
    socket.on('error', () => {});
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});
