import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from './log.ts';
import { networkOf, normalizeAddress } from './network-address.ts';
import type { ResolvedOptions } from './options.ts';
import type { RemoteNetwork } from './remote-network.ts';
import { createTally } from './tally.ts';

/** Plain HTTP connections allowed beside the sockets. */
const SPARE_CONNECTIONS = 1_000;
/** TCP connections for each socket: a page loads over some of its own. */
const CONNECTIONS_PER_SOCKET = 2;
/** A browser behind two proxies sends some thirty. */
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 16 * 1024;

/** An HTTP server that cuts what is too slow, too large or too much (docs/protocol.md P39, P56). */
export function createHttpServer(
  options: ResolvedOptions,
  routes: RequestListener,
  remoteNetwork: RemoteNetwork,
  log: Log,
): Server {
  const server = createServer(
    {
      headersTimeout: options.headersTimeoutMs,
      requestTimeout: options.requestTimeoutMs,
      connectionsCheckingInterval: options.connectionsCheckMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => {
      try {
        routes(request, response);
      } catch (error) {
        // One request must never take the service down.
        log.error({ err: error }, 'request failed');
        response.destroy();
      }
    },
  );
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = options.maxSockets + SPARE_CONNECTIONS;
  server.on('connection', limitConnections(options, remoteNetwork));
  return server;
}

function limitConnections(options: ResolvedOptions, remoteNetwork: RemoteNetwork) {
  const byNetwork = createTally();
  const maxConnections = CONNECTIONS_PER_SOCKET * options.maxSocketsPerAddress;

  return (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    // A proxy brings everybody's connections.
    if (remoteNetwork.isTrustedProxy(remoteAddress)) return;
    const network = networkOf(normalizeAddress(remoteAddress) ?? '');
    if (byNetwork.count(network) >= maxConnections) {
      socket.destroy();
      return;
    }
    byNetwork.add(network);
    socket.once('close', () => byNetwork.remove(network));
  };
}
