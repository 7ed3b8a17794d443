import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const MAGIC_COOKIE = 0x2112a442;
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const XOR_MAPPED_ADDRESS = 0x0020;

export type StunServer = { readonly port: number; close(): void };

/** Answers STUN binding requests (RFC 8489) on the loopback interface. */
export async function startStunServer(): Promise<StunServer> {
  const socket = createSocket('udp4');
  socket.on('message', (request, from) => {
    const isBinding = request.length >= 20 && request.readUInt16BE(0) === BINDING_REQUEST;
    if (isBinding) socket.send(createAnswer(request, from), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => socket.close() };
}

function createAnswer(request: Buffer, from: { address: string; port: number }): Buffer {
  const answer = Buffer.alloc(32);
  answer.writeUInt16BE(BINDING_SUCCESS, 0);
  answer.writeUInt16BE(12, 2);
  request.copy(answer, 4, 4, 20);
  answer.writeUInt16BE(XOR_MAPPED_ADDRESS, 20);
  answer.writeUInt16BE(8, 22);
  answer.writeUInt16BE(0x0001, 24);
  answer.writeUInt16BE(from.port ^ (MAGIC_COOKIE >>> 16), 26);
  const address = Buffer.from(from.address.split('.').map(Number)).readUInt32BE(0);
  answer.writeUInt32BE((address ^ MAGIC_COOKIE) >>> 0, 28);
  return answer;
}
