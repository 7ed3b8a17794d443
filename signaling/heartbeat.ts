import type { Connection } from './connection-state.ts';
import { repeat } from './deps.ts';
import type { Service } from './service.ts';

/** A sweep is done in this many parts: thousands of pings at once would hold up everybody's signals. */
const PARTS = 50;

/** Pings every socket and cuts those silent for too long. Returns what stops it. */
export function startHeartbeat(connections: ReadonlySet<Connection>, service: Service): () => void {
  const { heartbeatSweepMs, maxSilenceMs, pingIntervalMs } = service.options;
  const { now, setTimer } = service.deps;
  // All parts take half the time until the next sweep.
  const pauseMs = heartbeatSweepMs / (2 * PARTS);
  let cancelPart = () => {};

  const tend = (connection: Connection) => {
    if (now() - connection.lastHeardAtMs >= maxSilenceMs) {
      connection.socket.terminate();
    } else if (now() - connection.lastPingAtMs >= pingIntervalMs) {
      connection.lastPingAtMs = now();
      connection.socket.ping();
    }
  };
  const tendParts = (all: readonly Connection[], from: number) => {
    const until = from + Math.ceil(all.length / PARTS);
    for (const connection of all.slice(from, until)) tend(connection);
    if (until < all.length) cancelPart = setTimer(() => tendParts(all, until), pauseMs);
  };

  const stopSweeps = repeat(setTimer, heartbeatSweepMs, () => tendParts([...connections], 0));
  return () => {
    stopSweeps();
    cancelPart();
  };
}
