import type { SignalingAddress } from '../preload/contract.ts';
import { SOCKET_PATH } from '../signaling/protocol.ts';
import type { SignalingServer } from '../signaling/server.ts';

/** Tried first, so that a firewall rule made once stays good; any free port otherwise. */
const PREFERRED_PORT = 8787;

type RunningService = Pick<SignalingServer, 'port' | 'origins' | 'isBlocked' | 'close'>;

export type LocalSignaling = {
  readonly address: Promise<SignalingAddress>;
  /** The service itself, once it listens. */
  server(): RunningService | undefined;
  close(): Promise<void>;
};

/**
 * Starts the signaling service inside the app.
 * @param start starts it on one port, and rejects with Node's listen error
 */
export function startLocalSignaling(
  start: (port: number) => Promise<RunningService>,
): LocalSignaling {
  let running: RunningService | undefined;
  const starting = start(PREFERRED_PORT).catch(() => start(0));
  return {
    server: () => running,
    address: starting.then(
      (server) => {
        running = server;
        return {
          status: 'listening' as const,
          socketUrl: `ws://127.0.0.1:${server.port}${SOCKET_PATH}`,
        };
      },
      (error: unknown) => ({
        status: 'failed' as const,
        message: error instanceof Error ? error.message : String(error),
      }),
    ),
    close: () =>
      starting.then(
        (server) => server.close(),
        () => {},
      ),
  };
}
