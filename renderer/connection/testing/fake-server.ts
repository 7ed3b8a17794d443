import {
  type ClientMessage,
  clientMessageSchema,
  type ServerMessage,
} from '../../../signaling/protocol.ts';

/** The challenge of every fake socket. */
export const NONCE = '5'.repeat(64);

/** One socket as the server end of a test sees it. */
export type FakeSocket = {
  readonly received: ClientMessage[];
  accept(): void;
  say(message: ServerMessage): void;
  sayText(text: string): void;
  /** From now on the line is dead without a word: not even pings are answered. */
  fallSilent(): void;
  drop(): void;
  readonly isClosedByClient: boolean;
};

/** Stands where the signaling service would be; every client frame is parsed by the real schema. */
export function createFakeServer() {
  const sockets: FakeSocket[] = [];
  const openSocket = (): WebSocket => {
    const target = new EventTarget();
    const received: ClientMessage[] = [];
    let readyState = 0;
    let isClosedByClient = false;
    let isSilent = false;
    const drop = () => {
      if (readyState === 3) return;
      readyState = 3;
      target.dispatchEvent(new Event('close'));
    };
    const sayText = (text: string) =>
      target.dispatchEvent(Object.assign(new Event('message'), { data: text }));
    sockets.push({
      received,
      accept() {
        readyState = 1;
        target.dispatchEvent(new Event('open'));
        sayText(JSON.stringify({ type: 'challenge', nonce: NONCE }));
      },
      say: (message) => sayText(JSON.stringify(message)),
      sayText,
      fallSilent() {
        isSilent = true;
      },
      drop,
      get isClosedByClient() {
        return isClosedByClient;
      },
    });
    const socket = {
      OPEN: 1,
      get readyState() {
        return readyState;
      },
      addEventListener: target.addEventListener.bind(target),
      send(text: string) {
        const message = clientMessageSchema.parse(JSON.parse(text));
        if (message.type !== 'ping') received.push(message);
        else if (!isSilent) sayText('{"type":"pong"}');
      },
      close() {
        isClosedByClient = true;
        drop();
      },
    };
    return socket as unknown as WebSocket;
  };
  return {
    openSocket,
    sockets,
    /** The socket opened last. */
    get latest(): FakeSocket {
      const socket = sockets.at(-1);
      if (!socket) throw new Error('no socket was opened');
      return socket;
    },
  };
}
