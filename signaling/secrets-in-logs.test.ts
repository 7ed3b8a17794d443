import { type AddressInfo, connect as connectTcp } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { createLog } from './log.ts';
import { signalingOptionsSchema } from './options.ts';
import { createRemoteNetwork } from './remote-network.ts';
import { createId, createOpening, startTestService } from './testing/test-room.ts';

const from = (address: string) => ({ 'x-forwarded-for': address });
const greeting = 'secret-greeting';
const turnSecret = 'only-the-two-servers-know-this';
const payload = 'secret-payload "\\\n{"level":60}';

test('P58: even at debug level no log line holds a secret', async () => {
  const service = await startTestService(
    {
      trustedProxies: ['127.0.0.1'],
      maxMissesPerMinute: 3,
      viewerMessagesPerSecond: 5,
      maxSocketsPerAddress: 30,
      turnUrls: ['turn:turn.example.org'],
      turnSecret,
    },
    {},
    'debug',
  );
  const secrets: string[] = [turnSecret, greeting, 'secret', '127.0.0.1', '203.0.113', '2001:db8'];
  const remember = (...texts: string[]) => void secrets.push(...texts);
  const roomId = createId();

  const presenter = await service.openRoom(roomId);
  const opening = createOpening(presenter);
  remember(roomId, presenter.peerId, presenter.resumeToken, presenter.nonce);
  remember(presenter.keys.presenterKey, opening.signature);
  const viewer = await service.joinApproved(presenter);
  const waiting = await service.join(presenter, from('2001:db8::7'));
  const blocked = await service.join(presenter, from('203.0.113.9'));
  for (const { peerId, resumeToken, nonce } of [viewer, waiting, blocked]) {
    remember(peerId, resumeToken, nonce);
  }
  for (const member of [presenter, viewer]) {
    member.send({ type: 'ask-ice-servers' });
    const [turn] = (await member.take('ice-servers')).iceServers;
    remember(`${turn?.username}`, `${turn?.username?.split(':')[1]}`, `${turn?.credential}`);
  }
  viewer.send({ type: 'signal', peerId: presenter.peerId, sequence: 1, payload });
  await presenter.take('signal');
  presenter.send({ type: 'block', peerId: blocked.peerId });
  await blocked.closed;

  const squatter = await service.open(from('203.0.113.50'));
  const claim = createOpening(squatter, { roomId, isReopening: true });
  remember(claim.peerId, claim.presenterKey, claim.signature, squatter.nonce);
  squatter.send({ ...claim, signature: '0'.repeat(128) });
  await squatter.take('refused');
  squatter.send(claim);
  await squatter.take('room-opened');

  const stranger = await service.open(from('203.0.113.7'));
  const ids = { version: 1, roomId: createId(), peerId: createId() } as const;
  const resumeToken = createId();
  remember(ids.roomId, ids.peerId, resumeToken);
  stranger.send({ type: 'resume', ...ids, resumeToken });
  for (let times = 0; times < 5; times += 1) stranger.send({ type: 'join', ...ids, greeting });
  stranger.sendRaw('secret-nonsense\n{"level":30}');
  stranger.sendRaw(`{"type":"secret-type","${createId()}":1}`);
  for (let times = 0; times < 40; times += 1) stranger.sendRaw('secret');
  expect(await stranger.closed).toBe(1008);

  await viewer.terminate();
  const back = await service.resume(viewer);
  remember((await back.take('viewer-resumed')).resumeToken);
  back.socket.pause();
  presenter.sendRaw('x'.repeat(70_000));
  await presenter.closed;
  for (const bytes of ['GET /secret HTTP/1.1\r\nHost: secret\r\n\r\n', 'secret\r\n\r\n']) {
    await new Promise((resolve) => {
      const socket = connectTcp(service.server.port, '127.0.0.1', () => socket.write(bytes));
      socket.once('data', resolve);
    });
  }
  await service.server.close();

  const text = service.logLines.join('');
  for (const event of ['listening', 'room opened', 'room contested', 'viewer ended', 'refused']) {
    expect(text).toContain(event);
  }
  for (const secret of secrets) expect(text).not.toContain(secret);
  for (const line of service.logLines) expect(() => JSON.parse(line)).not.toThrow();
});

test('P58: warnings about TURN name no password', async () => {
  const options = { turnUrls: ['turn:secret-place'], turnUsername: 'secret-name' };
  const service = await startTestService({ ...options, turnPassword: 'secret-word' }, {}, 'debug');
  await service.openRoom();
  const text = service.logLines.join('');
  for (const warning of ['which never expires', 'over TLS']) expect(text).toContain(warning);
  expect(text).not.toMatch(/secret-(place|name|word)/);
});

test('P58: a fault in the service tells a client nothing about it', async () => {
  const told: string[] = [];
  let isBroken = true;
  const lan = await startTestService(
    { host: '0.0.0.0' },
    {
      networkInterfaces() {
        if (isBroken) throw new Error('secret fault');
        return {};
      },
    },
  );
  const client = await lan.open();
  client.socket.on('message', (bytes) => told.push(bytes.toString()));
  client.socket.on('close', (_code, reason) => told.push(reason.toString()));
  client.send(createOpening(client));
  expect(await client.closed).toBe(1011);
  expect(told.join('')).toBe('');
  expect(lan.logLines.join('')).toContain('secret fault');
  isBroken = false;
  await lan.openRoom();
});

test('P40, P58: a fault while a socket opens costs that socket only', async () => {
  let isBroken = true;
  const randomHex = (count: number) => {
    if (isBroken) throw new Error('no randomness');
    return createId()
      .repeat(2)
      .slice(0, count * 2);
  };
  const service = await startTestService({}, { randomHex });
  await expect(service.open()).rejects.toThrow();
  isBroken = false;
  await service.openRoom();
  expect(service.logLines.join('')).toContain('upgrade failed');
});

test('P40, P58: a fault in a request costs that request only, and is not told', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  const fail = () => {
    throw new Error('secret fault');
  };
  const options = signalingOptionsSchema.parse({});
  const server = createHttpServer(options, fail, createRemoteNetwork([]), log);
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (let times = 0; times < 2; times += 1) {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  }
  expect(lines.join('')).toContain('request failed');
});
