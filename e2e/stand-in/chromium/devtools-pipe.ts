import type { Readable, Writable } from 'node:stream';

type Listener = (params: never) => void;
type Incoming = {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
  sessionId?: string;
};
type Pending = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/** The DevTools protocol over Chromium's debugging pipe: JSON messages, each ended by NUL. */
export type DevToolsPipe = {
  send<Result = unknown>(method: string, params?: object, sessionId?: string): Promise<Result>;
  on<Params>(method: string, listener: (params: Params) => void, sessionId?: string): () => void;
  close(): void;
};

export function openDevToolsPipe(toChromium: Writable, fromChromium: Readable): DevToolsPipe {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  let buffered = '';

  function dispatch(message: Incoming): void {
    if (message.id !== undefined) {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
      return;
    }
    const key = `${message.sessionId ?? ''}:${message.method}`;
    for (const listener of [...(listeners.get(key) ?? [])]) listener(message.params as never);
  }

  fromChromium.setEncoding('utf8');
  fromChromium.on('data', (chunk: string) => {
    const messages = (buffered + chunk).split('\0');
    buffered = messages.pop() ?? '';
    // Each in its own turn: one listener that throws must not lose the messages behind it.
    for (const message of messages) queueMicrotask(() => dispatch(JSON.parse(message) as Incoming));
  });
  // Chromium going away is reported by its exit, not by a broken pipe.
  toChromium.on('error', () => {});

  return {
    send: <Result>(method: string, params: object = {}, sessionId?: string) =>
      new Promise<Result>((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve: resolve as Pending['resolve'], reject });
        toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    on(method, listener, sessionId = '') {
      const key = `${sessionId}:${method}`;
      const known = listeners.get(key) ?? new Set();
      listeners.set(key, known.add(listener));
      return () => void known.delete(listener);
    },
    close() {
      for (const waiting of pending.values()) waiting.reject(new Error('Chromium has exited'));
      pending.clear();
    },
  };
}
