import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openStunChannel } from './stun-channel.ts';
import { createTransactionId, encodeRequest, methods, parseResponse } from './stun-message.ts';

const loopback = { host: '127.0.0.1', address: '127.0.0.1' };
const SUCCESS = 0x100;

/** The answer to a request, without attributes. */
function answerTo(request: Buffer): Buffer {
  const answer = Buffer.from(request.subarray(0, 20));
  answer.writeUInt16BE(request.readUInt16BE(0) | SUCCESS, 0);
  answer.writeUInt16BE(0, 2);
  return answer;
}

const createRequest = () => encodeRequest(methods.binding, createTransactionId(), []);

test('RFC 8489 6.2.1: over UDP a request is repeated, the same each time, until it is answered', async () => {
  const server = createSocket('udp4');
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const came: Buffer[] = [];
  server.on('message', (bytes, { port }) => {
    came.push(bytes);
    // Two are lost, and somebody else's answer comes first.
    if (came.length < 3) return;
    server.send(answerTo(createRequest()), port, '127.0.0.1');
    server.send(Buffer.from('x'), port, '127.0.0.1');
    server.send(answerTo(bytes), port, '127.0.0.1');
  });
  const { port } = server.address();
  const channel = await openStunChannel({ ...loopback, transport: 'udp', port, timeoutMs: 20_000 });
  const request = createRequest();
  const answer = await channel.request(request);
  channel.close();
  expect(came).toEqual([request, request, request]);
  expect(parseResponse(answer, methods.binding)?.transactionId).toEqual(request.subarray(8, 20));
});

test('over UDP a port that is closed is told at once, silence when its time is over', async () => {
  const server = createSocket('udp4');
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const target = { ...loopback, transport: 'udp', port } as const;
  const impatient = await openStunChannel({ ...target, timeoutMs: 50 });
  await expect(impatient.request(createRequest())).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  impatient.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const channel = await openStunChannel({ ...target, timeoutMs: 20_000 });
  await expect(channel.request(createRequest())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  channel.close();
});

async function startTcp(onRequest: (socket: Socket, bytes: Buffer) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', (bytes) => onRequest(socket, bytes));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test('over TCP answers are put together from pieces, and taken apart from each other', async () => {
  const port = await startTcp((socket, bytes) => {
    const both = Buffer.concat([answerTo(createRequest()), answerTo(bytes)]);
    socket.write(both.subarray(0, 25));
    socket.write(both.subarray(25, 30));
    setImmediate(() => socket.write(both.subarray(30)));
  });
  const channel = await openStunChannel({ ...loopback, transport: 'tcp', port, timeoutMs: 20_000 });
  const request = createRequest();
  const answer = await channel.request(request);
  channel.close();
  expect(answer).toEqual(answerTo(request));
});

test.each([
  ['an answer in another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'ENOTSTUN'],
  ['a closed line', '', 'ECONNRESET'],
])('over TCP %s ends the wait', async (_title, text, code) => {
  const port = await startTcp((socket) => socket.end(text));
  const channel = await openStunChannel({ ...loopback, transport: 'tcp', port, timeoutMs: 20_000 });
  await expect(channel.request(createRequest())).rejects.toMatchObject({ code });
  channel.close();
});

test('TLS that never comes about is given up', async () => {
  const port = await startTcp(() => {});
  const target = { ...loopback, transport: 'tls', port, timeoutMs: 50 } as const;
  await expect(openStunChannel(target)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});
