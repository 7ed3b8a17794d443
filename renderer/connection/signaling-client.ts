import { parseServerFrame } from '../../signaling/parse-frame.ts';
import type { ClientMessage, ServerMessage } from '../../signaling/protocol.ts';
import { RECONNECT, socketRetryDelayMs } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';

export type SignalingListeners = {
  /**
   * Says who we are, on every new socket: the first message the server will read.
   * @param nonce the server's challenge for this socket, in hex
   */
  greet(nonce: string): ClientMessage;
  onMessage(message: ServerMessage): void;
  /** The socket is gone or could not be opened; attempt number `attempt` comes next by itself. */
  onOffline(attempt: number): void;
};

export type SignalingClient = {
  /** False when there is no open socket; the caller's state decides what is said after the next one opens. */
  send(message: ClientMessage): boolean;
  /** Makes sure that the server is still there: an open socket must answer soon. */
  check(): void;
  /** Whether messages get out right now, as far as anybody can tell. */
  isOnline(): boolean;
  /** Drops the socket and greets again on a new one after the usual pause. */
  retry(): void;
  close(): void;
};

export type SignalingDeps = {
  readonly openSocket: (url: string) => WebSocket;
  /** Calls `listener` whenever this computer has a network again, until the returned function is called. */
  readonly onNetworkBack: (listener: () => void) => () => void;
  readonly schedule: Schedule;
  /** A number in [0, 1). */
  readonly random: () => number;
};

/**
 * A WebSocket to the signaling service that opens itself again with backoff, and notices a dead
 * line by its own pings (docs/protocol.md, "Liveness").
 */
export function connectSignaling(
  url: string,
  listeners: SignalingListeners,
  deps: SignalingDeps,
): SignalingClient {
  let socket: WebSocket | undefined;
  let attempt = 0;
  let isClosed = false;
  const retryTimer = createTimer(deps.schedule);
  const livenessTimer = createTimer(deps.schedule);

  const open = () => {
    const opening = deps.openSocket(url);
    socket = opening;
    const isCurrent = () => socket === opening && !isClosed;
    livenessTimer.start(RECONNECT.socketOpenTimeoutMs, () => lose(opening));
    opening.addEventListener('open', () => {
      if (isCurrent()) watchLine(opening);
    });
    opening.addEventListener('message', (event) => {
      if (!isCurrent()) return;
      watchLine(opening);
      const message = typeof event.data === 'string' ? parseServerFrame(event.data) : undefined;
      if (!message || message.type === 'pong') return;
      if (message.type === 'challenge') return void write(listeners.greet(message.nonce));
      if (message.type !== 'refused' && message.type !== 'going-away') attempt = 0;
      listeners.onMessage(message);
    });
    opening.addEventListener('close', () => lose(opening));
  };

  /** Anything heard proves the line; after a quiet interval a ping must be answered. */
  const watchLine = (line: WebSocket) => {
    livenessTimer.start(RECONNECT.pingIntervalMs, () => {
      livenessTimer.start(RECONNECT.pingIntervalMs, () => lose(line));
      write({ type: 'ping' });
    });
  };

  const lose = (lost: WebSocket) => {
    if (socket !== lost || isClosed) return;
    socket = undefined;
    livenessTimer.cancel();
    lost.close();
    attempt += 1;
    retryTimer.start(socketRetryDelayMs(attempt, deps.random()), open);
    listeners.onOffline(attempt);
  };

  const isOpen = () => socket !== undefined && socket.readyState === socket.OPEN;
  const write = (message: ClientMessage): boolean => {
    if (!socket || !isOpen()) return false;
    socket.send(JSON.stringify(message));
    return true;
  };

  const stopListening = deps.onNetworkBack(() => {
    if (isClosed) return;
    if (socket) return check();
    retryTimer.cancel();
    open();
  });
  const check = () => {
    const line = socket;
    if (!line || !isOpen()) return;
    livenessTimer.start(RECONNECT.socketCheckMs, () => lose(line));
    write({ type: 'ping' });
  };

  open();
  return {
    send: write,
    isOnline: isOpen,
    check,
    retry() {
      if (socket) lose(socket);
    },
    close() {
      isClosed = true;
      stopListening();
      retryTimer.cancel();
      livenessTimer.cancel();
      socket?.close(1000);
    },
  };
}
