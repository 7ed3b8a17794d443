import { createSocket } from 'node:dgram';
import { connect as connectTcp, isIPv6, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { IceUrl } from './ice-url.ts';
import { HEADER_BYTES, MAGIC_COOKIE } from './stun-message.ts';

/** The first wait before a request is repeated; each further one is twice as long (RFC 8489 6.2.1). */
const FIRST_WAIT_MS = 500;
const MAX_SENDS = 7;

/** The code of the error for an answer in another protocol. */
export const NOT_STUN = 'ENOTSTUN';

/** A way to one server, on which requests get their answers. */
export type StunChannel = {
  /** Rejects with Node's error, or with code `ETIMEDOUT` when nothing came in time. */
  request(message: Buffer): Promise<Buffer>;
  close(): void;
};

/** Where to go, and for how long to wait. */
export type StunTarget = Pick<IceUrl, 'transport' | 'host' | 'port'> & {
  /** What the host name stands for. */
  readonly address: string;
  /** For opening and for each request. */
  readonly timeoutMs: number;
  /** Certificates to trust beside the usual ones. */
  readonly ca?: string | undefined;
};

/** Opens the way to a STUN or TURN server. Rejects with Node's error. */
export function openStunChannel(target: StunTarget): Promise<StunChannel> {
  return target.transport === 'udp' ? openUdp(target) : openStream(target);
}

type Waiting = { give(message: Buffer): void; fail(error: Error): void };

/** Pairs answers with requests by transaction id. */
function createPairing(timeoutMs: number) {
  const waiting = new Map<string, Waiting>();
  return {
    /** @param send called at once; what it returns is called when the wait is over */
    wait(message: Buffer, send: () => () => void): Promise<Buffer> {
      const id = message.subarray(8, HEADER_BYTES).toString('hex');
      return new Promise<Buffer>((resolve, reject) => {
        const timer = setTimeout(() => waiting.get(id)?.fail(timedOut()), timeoutMs);
        const finish = () => {
          clearTimeout(timer);
          waiting.delete(id);
          stop();
        };
        waiting.set(id, {
          give: (answer) => {
            finish();
            resolve(answer);
          },
          fail: (error) => {
            finish();
            reject(error);
          },
        });
        const stop = send();
      });
    },
    give(answer: Buffer) {
      if (answer.length < HEADER_BYTES) return;
      waiting.get(answer.subarray(8, HEADER_BYTES).toString('hex'))?.give(answer);
    },
    failAll(error: Error) {
      for (const { fail } of [...waiting.values()]) fail(error);
    },
  };
}

async function openUdp({ address, port, timeoutMs }: StunTarget): Promise<StunChannel> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const pairing = createPairing(timeoutMs);
  socket.on('message', pairing.give);
  socket.on('error', pairing.failAll);
  // Connected, so that a closed port is told (ICMP) and nobody else's datagram is taken.
  await new Promise<void>((resolve, reject) => {
    const finish = (error?: unknown) => {
      socket.off('error', finish);
      if (error === undefined || error === null) resolve();
      else reject(error);
    };
    socket.once('error', finish);
    socket.connect(port, address, finish);
  }).catch((error: unknown) => {
    socket.close();
    throw error;
  });
  return {
    request: (message) =>
      pairing.wait(message, () => {
        let timer: NodeJS.Timeout | undefined;
        const send = (sends: number) => {
          socket.send(message, (error) => error && pairing.failAll(error));
          if (sends === MAX_SENDS) return;
          timer = setTimeout(() => send(sends + 1), FIRST_WAIT_MS * 2 ** (sends - 1));
        };
        send(1);
        return () => clearTimeout(timer);
      }),
    close: () => socket.close(),
  };
}

async function openStream(target: StunTarget): Promise<StunChannel> {
  const socket = await openSocket(target);
  const pairing = createPairing(target.timeoutMs);
  let unread = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    unread = Buffer.concat([unread, bytes]);
    while (unread.length >= HEADER_BYTES) {
      if (unread.readUInt32BE(4) !== MAGIC_COOKIE) {
        socket.destroy(Object.assign(new Error('not STUN'), { code: NOT_STUN }));
        return;
      }
      const length = HEADER_BYTES + unread.readUInt16BE(2);
      if (unread.length < length) return;
      pairing.give(unread.subarray(0, length));
      unread = unread.subarray(length);
    }
  });
  socket.on('error', pairing.failAll);
  socket.on('close', () =>
    pairing.failAll(Object.assign(new Error('closed by the server'), { code: 'ECONNRESET' })),
  );
  return {
    request: (message) =>
      pairing.wait(message, () => {
        socket.write(message);
        return () => {};
      }),
    close: () => socket.destroy(),
  };
}

function openSocket({
  address,
  ca,
  host,
  port,
  timeoutMs,
  transport,
}: StunTarget): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const servername = isIPv6(host) || /^[\d.]+$/.test(host) ? undefined : host;
    const socket =
      transport === 'tls'
        ? connectTls({
            host: address,
            port,
            ...(servername !== undefined && { servername }),
            ...(ca !== undefined && { ca }),
          })
        : connectTcp({ host: address, port });
    const timer = setTimeout(() => socket.destroy(timedOut()), timeoutMs);
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

function timedOut(): Error {
  return Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
}
