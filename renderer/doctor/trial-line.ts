import { parseServerFrame } from '../../signaling/parse-frame.ts';
import type { ClientMessage, ServerMessage } from '../../signaling/protocol.ts';

/** One thing that happened on the line, in order. */
export type LineEvent =
  | { readonly type: 'message'; readonly message: ServerMessage }
  /** Something that no server of this protocol says. */
  | { readonly type: 'foreign' }
  | { readonly type: 'closed' };

/** A WebSocket for one try: unlike the connection's own, it does not come back. */
export type TrialLine = {
  /** Whether the WebSocket has ever been open. */
  hasOpened(): boolean;
  /** What happened next; `undefined` when `signal` is aborted before. */
  next(signal: AbortSignal): Promise<LineEvent | undefined>;
  send(message: ClientMessage): void;
  close(): void;
};

export function openTrialLine(
  socketUrl: string,
  openSocket: (url: string) => WebSocket,
): TrialLine {
  const socket = openSocket(socketUrl);
  const events: LineEvent[] = [];
  let hasOpened = false;
  let wake: () => void = () => {};
  const note = (event: LineEvent) => {
    events.push(event);
    wake();
  };
  socket.addEventListener('open', () => {
    hasOpened = true;
  });
  socket.addEventListener('message', ({ data }) => {
    const message = typeof data === 'string' ? parseServerFrame(data) : undefined;
    note(message ? { type: 'message', message } : { type: 'foreign' });
  });
  socket.addEventListener('close', () => note({ type: 'closed' }));

  return {
    hasOpened: () => hasOpened,
    async next(signal) {
      if (events.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
      return events.shift();
    },
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    close: () => socket.close(1000),
  };
}
