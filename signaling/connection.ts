import type { Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { createBudget } from './budget.ts';
import { type Connection, setState } from './connection-state.ts';
import type { GatheredWrites } from './gather-writes.ts';
import type { Line } from './member.ts';
import { endSlow, goAway } from './membership.ts';
import { pay, receive } from './receive.ts';
import type { Service } from './service.ts';

const NONCE_BYTES = 32;
const AS_TEXT = { binary: false };

/** A socket that has just been opened. */
type Arrival = {
  readonly socket: WebSocket;
  /** What the socket writes to. */
  readonly stream: Writable;
  /** Where it comes from: what limits count by. */
  readonly network: string;
};

/** Takes a new socket in and challenges it; from here on its frames reach the handlers. */
export function createConnection(
  { socket, stream, network }: Arrival,
  writes: GatheredWrites,
  service: Service,
): Connection {
  const { deps, options } = service;
  const nowMs = deps.now();
  const line: Line = {
    send(message) {
      // What is sent to a closing socket only piles up in its buffer count.
      if (socket.readyState !== socket.OPEN) return;
      writes.gather(stream);
      socket.send(Buffer.isBuffer(message) ? message : JSON.stringify(message), AS_TEXT);
      if (socket.bufferedAmount <= options.maxBufferedBytes) return;
      // What was only being gathered says nothing about the reader.
      writes.flush(stream);
      if (socket.bufferedAmount > options.maxBufferedBytes) cutSlow(connection, service);
    },
    close(code) {
      setState(connection, { name: 'closed' });
      socket.close(code);
    },
  };
  const newcomer = { line, network, nonce: deps.randomHex(NONCE_BYTES) };
  const cancelDeadline = deps.setTimer(() => line.close(1008), options.firstMessageMs);
  const connection: Connection = {
    socket,
    newcomer,
    state: { name: 'new', cancelDeadline },
    budget: createBudget('viewer', options, nowMs),
    lastHeardAtMs: nowMs,
    lastPingAtMs: nowMs,
    malformedCount: 0,
  };
  listen(connection, service);
  line.send({ type: 'challenge', nonce: newcomer.nonce });
  return connection;
}

function listen(connection: Connection, service: Service): void {
  const { socket } = connection;
  const hear = (byteCount: number): boolean => {
    const { name } = connection.state;
    if (name === 'closed' || name === 'too-slow') return false;
    connection.lastHeardAtMs = service.deps.now();
    return pay(connection, byteCount, service);
  };
  socket.on('message', (bytes: RawData, isBinary) => {
    // The binary type of ws is a Buffer unless told otherwise.
    if (!hear((bytes as Buffer).length)) return;
    receive(connection, isBinary ? undefined : (bytes as Buffer), service);
  });
  socket.on('ping', ({ length }) => void hear(length));
  socket.on('pong', ({ length }) => void hear(length));
  // A broken frame: the WebSocket library closes the socket itself.
  socket.on('error', (error) => service.deps.log.debug({ code: errorCode(error) }, 'socket error'));
  socket.on('close', () => lose(connection, service));
}

/** Stops a reader that does not read; its place is settled when the socket reports its end. */
function cutSlow(connection: Connection, service: Service): void {
  const { state } = connection;
  service.deps.log.warn({}, 'socket too slow');
  if (state.name === 'member') connection.state = { name: 'too-slow', sender: state.sender };
  connection.socket.terminate();
}

function lose(connection: Connection, service: Service): void {
  const { state } = connection;
  setState(connection, { name: 'closed' });
  if (state.name === 'member') goAway(service, state.sender);
  if (state.name === 'too-slow') endSlow(service, state.sender);
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
