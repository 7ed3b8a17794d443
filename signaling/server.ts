import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultDeps, repeat, type SignalingDeps } from './deps.ts';
import { createGate } from './gate.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createHttpRoutes } from './http-routes.ts';
import { createHttpServer } from './http-server.ts';
import { part } from './member.ts';
import { endIdleRooms } from './membership.ts';
import { networkOf, normalizeAddress } from './network-address.ts';
import { type ResolvedOptions, type SignalingOptions, signalingOptionsSchema } from './options.ts';
import { createRemoteNetwork } from './remote-network.ts';
import { createService, type Service } from './service.ts';
import { createSocketServer } from './socket-server.ts';
import { listTurnWarnings } from './turn-options.ts';
import { openViewerFiles } from './viewer-files.ts';

/** A running service. */
export type SignalingServer = {
  readonly port: number;
  /** Origins other people can open, best first; computed anew on every read. */
  readonly origins: string[];
  /** Whether a presenter has blocked the network of this address (P50). */
  isBlocked(address: string): boolean;
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
  const { log, setTimer } = service.deps;
  const remoteNetwork = createRemoteNetwork(resolved.trustedProxies, () =>
    log.warn({}, 'a proxy in front is not trusted, so everybody counts as one: --trusted-proxy'),
  );
  const gate = createGate({ ...resolved, hostname: service.deps.hostname() });
  const sockets = createSocketServer(service, gate, remoteNetwork);
  const isPublicSecure = resolved.publicUrl?.startsWith('https:') ?? false;
  const routes = createHttpRoutes({
    version: resolved.version,
    viewerFiles: openViewerFiles(resolved.webRoot),
    gate,
    isSecure: (request) => isPublicSecure || remoteNetwork.isSecure(request),
    answerOther: service.deps.answerOther,
  });
  const server = createHttpServer(resolved, routes, remoteNetwork, log);
  server.on('upgrade', sockets.upgrade);
  await listen(server, resolved);
  const address = server.address() as AddressInfo;
  const { port } = address;

  // Its message would name the address listened on.
  server.on('error', ({ name }) => log.error({ name }, 'server error'));
  const stopHeartbeat = startHeartbeat(sockets.connections, service);
  const stopSweep = repeat(setTimer, resolved.roomSweepMs, () => endIdleRooms(service));
  log.info({ port, version: resolved.version }, 'listening');
  for (const warning of listTurnWarnings(resolved)) log.warn({}, warning);

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
    isBlocked(address) {
      const network = networkOf(normalizeAddress(address) ?? '');
      return [...service.rooms.all()].some(({ blockedNetworks }) => blockedNetworks.has(network));
    },
    close(reason = 'closed') {
      stopped ??= stop(reason);
      return stopped;
    },
  };
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
