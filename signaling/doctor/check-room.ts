import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { WebSocket } from 'ws';
import { parseServerFrame } from '../parse-frame.ts';
import {
  type ClientMessage,
  type IceConfiguration,
  LIMITS,
  openingStatement,
  PROTOCOL_VERSION,
  type ServerMessage,
  SOCKET_PATH,
} from '../protocol.ts';
import { type Check, failed, ok } from './check.ts';
import { placeOf, type Site, toConnectOptions } from './site.ts';

/** Opens the socket and a room on it, which tells the ICE servers, and leaves it at once. */
export async function checkRoom(
  site: Site,
): Promise<{ readonly checks: readonly Check[]; readonly ice?: IceConfiguration }> {
  const place = `${placeOf(site)}${SOCKET_PATH}`;
  const line = openLine(site);
  try {
    const first = await line.next();
    if (typeof first === 'number') {
      const isRefused = first === 403;
      const problem = isRefused
        ? ({ cause: 'name-refused', subject: site.host } as const)
        : ({ cause: 'socket-blocked', subject: place } as const);
      const what = first === 0 ? 'no answer' : `status ${first}`;
      return { checks: [failed('socket', `not opened (${what})`, problem)] };
    }
    if (first?.type !== 'challenge') {
      const isFull = first?.type === 'refused';
      const problem = isFull
        ? ({ cause: 'room-refused', subject: first.code } as const)
        : ({ cause: 'not-sightline', subject: place } as const);
      return { checks: [failed('socket', 'another first message than expected', problem)] };
    }
    const socket = ok('socket', 'opens, and the service speaks first');
    line.send(createOpening(first.nonce));
    const answer = await line.next();
    if (typeof answer === 'object' && answer.type === 'room-opened') {
      line.send({ type: 'leave' });
      return { checks: [socket, ok('room', 'opened, and left again')], ice: answer };
    }
    const isRefusal = typeof answer === 'object' && answer.type === 'refused';
    const subject = isRefusal ? answer.code : 'no answer';
    const problem = { cause: 'room-refused', subject } as const;
    return { checks: [socket, failed('room', `not opened (${subject})`, problem)] };
  } finally {
    line.close();
  }
}

/** A signed `open-room` for a room that nobody else will ever name. */
function createOpening(nonce: string): ClientMessage {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [roomId, peerId] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const statement = openingStatement({ roomId, peerId, nonce });
  return {
    type: 'open-room',
    version: PROTOCOL_VERSION,
    roomId,
    peerId,
    presenterKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    signature: sign(null, statement, privateKey).toString('hex'),
    isReopening: false,
  };
}

type Line = {
  send(message: ClientMessage): void;
  /** The next message; the HTTP status, or 0, where no socket came about; undefined for nonsense. */
  next(): Promise<ServerMessage | number | undefined>;
  close(): void;
};

function openLine(site: Site): Line {
  const { host, port, ...options } = toConnectOptions(site);
  const scheme = site.isSecure ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${placeOf({ host, port })}${SOCKET_PATH}`, {
    ...options,
    headers: { host: placeOf(site) },
    handshakeTimeout: site.timeoutMs,
    maxPayload: LIMITS.frameBytes,
  });
  const inbox: (ServerMessage | number | undefined)[] = [];
  let wake = () => {};
  const put = (item: ServerMessage | number | undefined) => {
    inbox.push(item);
    wake();
  };
  socket.on('message', (bytes) => put(parseServerFrame(bytes.toString())));
  socket.on('unexpected-response', (asking, response) => {
    put(response.statusCode ?? 0);
    asking.destroy();
  });
  socket.on('error', () => put(0));
  socket.on('close', () => put(0));
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    async next() {
      const timer = setTimeout(() => put(0), site.timeoutMs);
      while (inbox.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(timer);
      return inbox.shift();
    },
    close: () => {
      socket.close();
      // One that does not answer would keep the process for half a minute.
      setTimeout(() => socket.terminate(), site.timeoutMs).unref();
    },
  };
}
