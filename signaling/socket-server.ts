import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createConnection } from './connection.ts';
import type { Connection } from './connection-state.ts';
import type { Gate } from './gate.ts';
import { createGatheredWrites } from './gather-writes.ts';
import { pathOf } from './http-routes.ts';
import { LIMITS, type ServerMessage, SOCKET_PATH } from './protocol.ts';
import type { RemoteNetwork } from './remote-network.ts';
import type { Service } from './service.ts';
import { createTally } from './tally.ts';

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

/** Accepts sockets on the socket path up to the service's limits. */
export function createSocketServer(
  service: Service,
  gate: Gate,
  remoteNetwork: RemoteNetwork,
): SocketServer {
  const server = new WebSocketServer(limits);
  const connections = new Set<Connection>();
  const byNetwork = createTally();
  const writes = createGatheredWrites();
  const { maxSockets, maxSocketsPerAddress } = service.options;
  let isOpen = true;

  const accept = (socket: WebSocket, stream: Duplex, network: string) => {
    const hasSpace = connections.size < maxSockets;
    if (!hasSpace || byNetwork.count(network) >= maxSocketsPerAddress) return turnAway(socket);
    const connection = createConnection({ socket, stream, network }, writes, service);
    connections.add(connection);
    byNetwork.add(network);
    socket.on('close', () => {
      connections.delete(connection);
      byNetwork.remove(network);
    });
  };

  return {
    connections,
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const refusal = isOpen ? hindrance(request, gate) : '503 Service Unavailable';
      if (refusal !== undefined) return refuseUpgrade(socket, refusal);
      try {
        const network = remoteNetwork.of(request);
        server.handleUpgrade(request, socket, head, (webSocket) =>
          accept(webSocket, socket, network),
        );
      } catch (error) {
        // One socket must never take the service down.
        service.deps.log.error({ err: error }, 'upgrade failed');
        socket.destroy();
      }
    },
    goAway() {
      isOpen = false;
      for (const { newcomer, state } of connections) {
        if (state.name === 'member') newcomer.line.send({ type: 'going-away' });
        newcomer.line.close(1001);
      }
    },
    terminate() {
      for (const { socket } of connections) socket.terminate();
    },
  };
}

function hindrance({ headers, url }: IncomingMessage, gate: Gate): string | undefined {
  if (!gate.isHostAllowed(headers) || !gate.isOriginAllowed(headers)) return '403 Forbidden';
  return pathOf(url) === SOCKET_PATH ? undefined : '404 Not Found';
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
