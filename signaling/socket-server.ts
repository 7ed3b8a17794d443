import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createConnection } from './connection.ts';
import type { Connection } from './connection-state.ts';
import { pathOf } from './http-routes.ts';
import { LIMITS, type ServerMessage, SOCKET_PATH } from './protocol.ts';
import type { Service } from './service.ts';

const limits = {
  noServer: true,
  maxPayload: LIMITS.frameBytes,
  maxFragments: 16,
  // A full frame over a link with the smallest usual packets comes in some 120 pieces.
  maxBufferedChunks: 256,
  maxPendingAutoPongs: 4,
  perMessageDeflate: false,
  clientTracking: false,
  closeTimeout: 1_000,
};

/** Turns upgrade requests into connections. */
export type SocketServer = {
  readonly connections: ReadonlySet<Connection>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to everyone; sockets end when the other side has answered. */
  goAway(): void;
  terminate(): void;
};

/** Accepts sockets on the socket path up to the service's limit. */
export function createSocketServer(service: Service): SocketServer {
  const server = new WebSocketServer(limits);
  const connections = new Set<Connection>();
  let isOpen = true;

  const accept = (socket: WebSocket) => {
    if (connections.size >= service.options.maxSockets) return turnAway(socket);
    const connection = createConnection(socket, service);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  };

  return {
    connections,
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isOpen) return refuseUpgrade(socket, '503 Service Unavailable');
      if (pathOf(request.url) !== SOCKET_PATH) return refuseUpgrade(socket, '404 Not Found');
      server.handleUpgrade(request, socket, head, accept);
    },
    goAway() {
      isOpen = false;
      for (const { line, state } of connections) {
        if (state.name === 'member') line.send({ type: 'going-away' });
        line.close(1001);
      }
    },
    terminate() {
      for (const { socket } of connections) socket.terminate();
    },
  };
}

function turnAway(socket: WebSocket): void {
  const refusal: ServerMessage = { type: 'refused', code: 'server-full' };
  socket.on('error', () => socket.terminate());
  socket.send(JSON.stringify(refusal));
  socket.close(1013);
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
