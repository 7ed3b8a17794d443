/** When and how often things are tried again; policy only, no timers. */
export const RECONNECT = {
  /** First pause before the WebSocket is opened again; doubles each time. */
  socketFirstDelayMs: 300,
  socketMaxDelayMs: 8_000,
  /** Fruitless attempts after which a server never reached counts as unreachable. */
  socketAttemptsBeforeUnreachable: 5,
  /** How long a known room may be missing after a server restart before it counts as gone. */
  roomMissingMs: 60_000,
  /** A WebSocket that has not opened by then is given up. */
  socketOpenTimeoutMs: 8_000,
  /** A ping goes out this often, and its answer must be here before the next one is due. */
  pingIntervalMs: 10_000,
  /** An unacknowledged signal is sent again this often. */
  signalResendMs: 1_000,
  /** A peer that has not connected by then is rebuilt. */
  peerConnectTimeoutMs: 20_000,
  /** Pause before a failed peer is rebuilt. */
  peerRebuildDelayMs: 500,
  /** Rebuilds in a row before the peer counts as failed for good. */
  peerRebuildAttempts: 5,
} as const;

/** How long a closing peer stays open for its last data-channel message to leave. */
export const LAST_WORDS_MS = 300;

/**
 * Milliseconds to wait before WebSocket attempt number `attempt` (1 is the first retry):
 * exponential, with half of it random so that many members do not return at the same instant.
 * @param random a number in [0, 1)
 */
export function socketRetryDelayMs(attempt: number, random: number): number {
  const full = Math.min(
    RECONNECT.socketMaxDelayMs,
    RECONNECT.socketFirstDelayMs * 2 ** (attempt - 1),
  );
  return full / 2 + (full / 2) * random;
}
