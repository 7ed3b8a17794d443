/** When and how often things are tried again; policy only, no timers. */
export const RECONNECT = {
  /** First pause before the WebSocket is opened again; doubles each time. */
  socketFirstDelayMs: 300,
  socketMaxDelayMs: 4_000,
  /** Fruitless attempts after which a server never reached counts as unreachable. */
  socketAttemptsBeforeUnreachable: 5,
  /** How long a viewer that went may come back without being asked about again. */
  returnWithinMs: 120_000,
  /** How long a known room may be missing after a server restart before it counts as gone. */
  roomMissingMs: 60_000,
  /** A WebSocket that has not opened by then is given up. */
  socketOpenTimeoutMs: 6_000,
  /** When a link to a peer fell silent, the socket must answer a ping within this time. */
  socketCheckMs: 2_500,
  /** A ping goes out this often, and its answer must be here before the next one is due. */
  pingIntervalMs: 10_000,
  /** Share of their lifetime after which ICE servers' credentials are renewed. */
  iceRefreshShare: 0.5,
  /** An unacknowledged signal is sent again this often. */
  signalResendMs: 1_000,
  /** A first peer that has not connected by then is said to take long. */
  peerSlowAfterMs: 8_000,
  /** A first peer that has not connected by then is rebuilt. */
  peerConnectTimeoutMs: 20_000,
  /** A peer that replaces one that worked has this long. */
  peerReconnectTimeoutMs: 10_000,
  /** Pause before a failed peer is rebuilt. */
  peerRebuildDelayMs: 300,
  /** Rebuilds in a row before two ends that never met count as out of each other's reach. */
  peerFirstAttempts: 2,
  /** Rebuilds in a row before a peer that once worked counts as lost: more than two minutes. */
  peerRebuildAttempts: 15,
} as const;

/** How silence on a link is noticed, and what it leads to; all counted from the last thing heard. */
export const RECOVERY = {
  /** A beat goes out and silence is looked at this often. */
  lookEveryMs: 500,
  looksPerMeasure: 2,
  interruptedAfterMs: 2_000,
  /** Each finds what has changed since: a new address, a relay that came back. */
  iceRestartsAfterMs: [2_000, 5_000],
  rebuildAfterMs: 9_000,
  /** The presenter builds; a viewer asks for it only when nothing came by itself. */
  viewerAsksAfterMs: 3_000,
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
