import type { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import { defaultDeps } from '../deps.ts';
import { signalingOptionsSchema } from '../options.ts';
import type { ClientMessage } from '../protocol.ts';
import { createService } from '../service.ts';
import { createSocketServer } from '../socket-server.ts';

const TEXT = 0x81;
const MASKED = 0x80;
const upgrade = {
  method: 'GET',
  url: '/ws',
  headers: {
    upgrade: 'websocket',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    'sec-websocket-version': '13',
  },
};

/** A socket that exists in memory only, so that every single write of the service can be seen. */
export type MemoryLine = {
  /** What the service wrote: for each write the texts in it, in order; control frames by opcode. */
  readonly writes: string[][];
  readonly isCut: boolean;
  /** Has the service read all of these in one piece; resolves when it has done what it does then. */
  say(...messages: (ClientMessage | 'WebSocket ping')[]): Promise<void>;
  /** From now on nothing that is written is taken. */
  stopTaking(): void;
};

/** Starts a service without a network. */
export function startMemoryService(options: Record<string, unknown> = {}) {
  const resolved = signalingOptionsSchema.parse(options);
  const service = createService(resolved, defaultDeps, () => ({
    address: '127.0.0.1',
    family: 'IPv4',
    port: 8787,
  }));
  const gate = { isHostAllowed: () => true, isOriginAllowed: () => true };
  const network = { of: () => '192.0.2.1', isTrustedProxy: () => false, isSecure: () => false };
  const sockets = createSocketServer(service, gate, network);
  onTestFinished(sockets.terminate);

  return {
    async open(): Promise<MemoryLine> {
      const writes: string[][] = [];
      let isTaking = true;
      const stream = new Duplex({
        read() {},
        writev(chunks, done) {
          writes.push(readFrames(Buffer.concat(chunks.map(({ chunk }) => chunk))));
          if (isTaking) done();
        },
      });
      sockets.upgrade(upgrade as unknown as IncomingMessage, stream, Buffer.alloc(0));
      await endOfTurn();
      // The answer to the upgrade is no frame.
      writes.shift();
      return {
        writes,
        get isCut() {
          return stream.destroyed;
        },
        say(...messages) {
          stream.push(Buffer.concat(messages.map(frameOf)));
          return endOfTurn();
        },
        stopTaking() {
          isTaking = false;
        },
      };
    },
  };
}

const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A client's frame, masked with zeros. */
function frameOf(message: ClientMessage | 'WebSocket ping'): Buffer {
  if (message === 'WebSocket ping') return Buffer.from([0x89, MASKED, 0, 0, 0, 0]);
  const text = Buffer.from(JSON.stringify(message));
  const head = [TEXT, MASKED | Math.min(text.length, 126)];
  if (text.length >= 126) head.push(text.length >> 8, text.length & 0xff);
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), text]);
}

function readFrames(bytes: Buffer): string[] {
  const frames: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const opcode = (bytes[at] ?? 0) & 0x0f;
    const short = bytes[at + 1] ?? 0;
    const start = at + (short === 126 ? 4 : 2);
    const end = start + (short === 126 ? bytes.readUInt16BE(at + 2) : short);
    frames.push(opcode === 1 ? bytes.toString('utf8', start, end) : `opcode ${opcode}`);
    at = end;
  }
  return frames;
}
