import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { SignalingService } from '../support/signaling-service.ts';

/** One JSON message on its way, as the server in the middle sees it. */
export type Message = {
  type: string;
  peerId?: string;
  sequence?: number;
  payload?: string;
} & Record<string, unknown>;
export type Direction = 'to-server' | 'to-member';

/** One member's line through the malicious server. */
export type Line = {
  /** Says something to the member in the real server's name. */
  tellMember(message: Message): void;
  /** Says something to the real server in the member's name. */
  tellServer(message: Message): void;
  /** The type of the first message: `open-room` or `join`. */
  opening: string;
};

/** What the server does with a message: what it passes on instead, possibly nothing. */
export type Attack = (message: Message, direction: Direction, line: Line) => readonly Message[];

export type MaliciousServer = {
  readonly origin: string;
  /** Everything it could read, both directions. */
  readonly seen: string[];
  readonly lines: Line[];
  close(): Promise<void>;
};

/**
 * A signaling service in hostile hands: it serves the real page and speaks the real protocol by
 * passing everything on to a real service, except for what the attack changes.
 */
export async function startMaliciousServer(
  service: SignalingService,
  attack: Attack,
): Promise<MaliciousServer> {
  const seen: string[] = [];
  const lines: Line[] = [];
  const real = new URL(service.origin);
  const http = createServer((incoming, answer) => {
    seen.push(incoming.url ?? '', JSON.stringify(incoming.headers));
    const options = { host: real.hostname, port: real.port, path: incoming.url };
    const passed = httpRequest(options, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.end();
  });
  const sockets = new WebSocketServer({ server: http, path: '/ws' });
  sockets.on('connection', (member) => {
    const server = new WebSocket(`ws://${real.host}/ws`);
    const early: string[] = [];
    const write = (message: Message) => {
      const text = JSON.stringify(message);
      if (server.readyState === WebSocket.OPEN) server.send(text);
      else early.push(text);
    };
    const line: Line = {
      opening: '',
      tellMember: (message) => member.send(JSON.stringify(message)),
      tellServer: write,
    };
    lines.push(line);
    server.on('open', () => {
      for (const text of early) server.send(text);
    });
    member.on('message', (raw) => {
      seen.push(String(raw));
      const message = JSON.parse(String(raw)) as Message;
      line.opening ||= message.type;
      for (const passed of attack(message, 'to-server', line)) write(passed);
    });
    server.on('message', (raw) => {
      seen.push(String(raw));
      for (const passed of attack(JSON.parse(String(raw)) as Message, 'to-member', line)) {
        line.tellMember(passed);
      }
    });
    member.on('close', () => server.close());
    server.on('close', () => member.close());
    server.on('error', () => member.close());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    seen,
    lines,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** Passes everything on as it is. */
export const obey: Attack = (message) => [message];
