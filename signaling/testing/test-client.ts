import { WebSocket } from 'ws';
import { parseServerFrame } from '../parse-frame.ts';
import type { ClientMessage, ServerMessage, ServerMessageOf } from '../protocol.ts';

const PATIENCE_MS = 3_000;

/** A client that keeps every message until the test asks for it. */
export type TestClient = {
  readonly socket: WebSocket;
  /** What this socket was challenged with; empty for one that was turned away. */
  readonly nonce: string;
  /** The close code, once the socket is closed. */
  readonly closed: Promise<number>;
  send(message: ClientMessage): void;
  sendRaw(frame: string | Buffer): void;
  next(): Promise<ServerMessage>;
  /** The next message, which must be of this type. */
  take<T extends ServerMessage['type']>(type: T): Promise<ServerMessageOf<T>>;
  /** Fails if anything has arrived that the test has not asked for; members only. */
  hasNothingElse(): Promise<void>;
  terminate(): Promise<void>;
};

/** Connects to a service on this computer and takes its challenge. */
export async function connect(port: number, headers = {}): Promise<TestClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers });
  const inbox: ServerMessage[] = [];
  let wake = () => {};
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('message', (bytes) => {
    const message = parseServerFrame(bytes.toString());
    if (message === undefined) throw new Error(`outside the protocol: ${bytes}`);
    inbox.push(message);
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});

  const arrival = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no message came')), PATIENCE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const next = async () => {
    for (;;) {
      const message = inbox.shift();
      if (message !== undefined) return message;
      await arrival();
    }
  };
  if (inbox.length === 0) await arrival();
  const [first] = inbox;
  if (first?.type === 'challenge') inbox.shift();
  const client: TestClient = {
    socket,
    nonce: first?.type === 'challenge' ? first.nonce : '',
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    sendRaw: (frame) => socket.send(frame),
    next,
    async take<T extends ServerMessage['type']>(type: T) {
      const message = await next();
      if (message.type !== type) {
        throw new Error(`expected ${type}, got ${JSON.stringify(message)}`);
      }
      return message as ServerMessageOf<T>;
    },
    async hasNothingElse() {
      client.send({ type: 'ping' });
      await client.take('pong');
    },
    async terminate() {
      socket.terminate();
      await closed;
    },
  };
  return client;
}
