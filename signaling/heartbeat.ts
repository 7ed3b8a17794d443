import type { Connection } from './connection-state.ts';
import { repeat } from './deps.ts';
import type { Service } from './service.ts';

/** Pings every socket and cuts those silent for too long. Returns what stops it. */
export function startHeartbeat(connections: ReadonlySet<Connection>, service: Service): () => void {
  const { heartbeatSweepMs, maxSilenceMs, pingIntervalMs } = service.options;
  const { now, setTimer } = service.deps;

  return repeat(setTimer, heartbeatSweepMs, () => {
    for (const connection of connections) {
      if (now() - connection.lastHeardAtMs >= maxSilenceMs) {
        connection.socket.terminate();
      } else if (now() - connection.lastPingAtMs >= pingIntervalMs) {
        connection.lastPingAtMs = now();
        connection.socket.ping();
      }
    }
  });
}
