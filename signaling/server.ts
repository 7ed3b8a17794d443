import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultDeps, repeat, type SignalingDeps } from './deps.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createHttpRoutes } from './http-routes.ts';
import { part } from './member.ts';
import { endIdleRooms } from './membership.ts';
import { type ResolvedOptions, type SignalingOptions, signalingOptionsSchema } from './options.ts';
import { createService, type Service } from './service.ts';
import { createSocketServer } from './socket-server.ts';
import { openViewerFiles } from './viewer-files.ts';

/** Plain HTTP connections allowed beside the sockets. */
const SPARE_CONNECTIONS = 1_000;

/** A running service. */
export type SignalingServer = {
  readonly port: number;
  /** Origins other people can open, best first; computed anew on every read. */
  readonly origins: string[];
  /** Tells every member, closes every socket and stops listening. Closing twice is safe. */
  close(reason?: string): Promise<void>;
};

/**
 * Starts the signaling service; resolves once it accepts connections.
 * Rejects with Node's listen error, for instance `EADDRINUSE`, or with a ZodError for bad options.
 */
export async function startSignalingServer(
  options: SignalingOptions = {},
  deps: Partial<SignalingDeps> = {},
): Promise<SignalingServer> {
  const resolved = signalingOptionsSchema.parse(options);
  const service = createService(resolved, { ...defaultDeps, ...deps }, () => address);
  const sockets = createSocketServer(service);
  const server = createHttpServer(resolved);
  server.on('upgrade', sockets.upgrade);
  await listen(server, resolved);
  const address = server.address() as AddressInfo;
  const { port } = address;

  const { log, setTimer } = service.deps;
  server.on('error', (error) => log.error({ err: error }, 'server error'));
  const stopHeartbeat = startHeartbeat(sockets.connections, service);
  const stopSweep = repeat(setTimer, resolved.roomSweepMs, () => endIdleRooms(service));
  log.info({ port, version: resolved.version }, 'listening');

  const stop = async (reason: string) => {
    log.info({ reason }, 'closing');
    stopHeartbeat();
    stopSweep();
    const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
    sockets.goAway();
    closeRooms(service);
    server.closeIdleConnections();
    const cancelGrace = setTimer(() => {
      sockets.terminate();
      server.closeAllConnections();
    }, resolved.closeGraceMs);
    await isClosed;
    cancelGrace();
    log.info({ reason }, 'closed');
  };
  let stopped: Promise<void> | undefined;

  return {
    port,
    get origins() {
      return service.origins();
    },
    close(reason = 'closed') {
      stopped ??= stop(reason);
      return stopped;
    },
  };
}

function createHttpServer(options: ResolvedOptions): Server {
  const server = createServer(
    {
      headersTimeout: options.headersTimeoutMs,
      requestTimeout: options.requestTimeoutMs,
      connectionsCheckingInterval: options.connectionsCheckMs,
    },
    createHttpRoutes(options.version, openViewerFiles(options.webRoot)),
  );
  server.maxConnections = options.maxSockets + SPARE_CONNECTIONS;
  return server;
}

function listen(server: Server, { port, host }: ResolvedOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Stops the windows of members who were away; nobody can come back to them. */
function closeRooms({ rooms }: Service): void {
  for (const room of rooms.all()) {
    for (const member of [room.presenter, ...room.viewers.values()]) part(member);
  }
}
