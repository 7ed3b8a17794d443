import type { AddressInfo } from 'node:net';
import { type Attempts, createAttempts } from './attempts.ts';
import type { SignalingDeps } from './deps.ts';
import { createIceServers, type IceFor } from './ice-servers.ts';
import { listOrigins } from './lan-origins.ts';
import type { ResolvedOptions } from './options.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createTombstones, type Tombstones } from './tombstones.ts';

/** What every handler works with. */
export type Service = {
  readonly options: ResolvedOptions;
  readonly deps: SignalingDeps;
  readonly rooms: Rooms;
  readonly tombstones: Tombstones;
  readonly attempts: Attempts;
  readonly iceFor: IceFor;
  /** Asked anew each time: a laptop changes networks. */
  origins(): string[];
};

/**
 * The service without its sockets.
 * @param getAddress the address listened on, which is known only after the start
 */
export function createService(
  options: ResolvedOptions,
  deps: SignalingDeps,
  getAddress: () => AddressInfo,
): Service {
  return {
    options,
    deps,
    rooms: createRooms(options),
    tombstones: createTombstones(options, deps.now),
    attempts: createAttempts(options, deps.now),
    iceFor: createIceServers(options, deps.unixNow),
    origins() {
      const { address: host, port } = getAddress();
      const interfaces = deps.networkInterfaces();
      return listOrigins({ host, port, publicUrl: options.publicUrl, interfaces });
    },
  };
}
