import { request } from 'node:https';
import { connect as connectTls } from 'node:tls';
import { WebSocket } from 'ws';
import { parseServerFrame } from '../../../signaling/parse-frame.ts';
import type { IceConfiguration, ServerMessage } from '../../../signaling/protocol.ts';
import { createOpening } from '../../../signaling/testing/test-room.ts';
import { type Deployment, NAME } from './deployment.ts';

type Way = { readonly localAddress?: string; readonly headers?: Record<string, string> };

const inside = (deployment: Deployment, way: Way, name = NAME) => ({
  host: '127.0.0.1',
  port: deployment.httpsPort,
  servername: name,
  ca: deployment.ca,
  ...(way.localAddress !== undefined && { localAddress: way.localAddress }),
  headers: { host: `${name}:${deployment.httpsPort}`, ...way.headers },
});

/** Gets a page as a browser elsewhere would: by name, over TLS. */
export function getPage(
  deployment: Deployment,
  page: string,
): Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ ...inside(deployment, {}), path: page }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asking.once('error', reject).end();
  });
}

/** A socket to the service, and what came on it. */
export type OutsideSocket = {
  readonly socket: WebSocket;
  /** Rejects when the socket is closed first. */
  next(): Promise<ServerMessage>;
};

/** Opens a socket as a page elsewhere would. */
export function openSocket(deployment: Deployment, way: Way = {}): OutsideSocket {
  const { httpsPort } = deployment;
  const { host: _host, port: _port, ...options } = inside(deployment, way);
  const socket = new WebSocket(`wss://127.0.0.1:${httpsPort}/ws`, options);
  const inbox: ServerMessage[] = [];
  let wake = () => {};
  let closing: Error | undefined;
  const close = (error: Error) => {
    closing ??= error;
    wake();
  };
  socket.on('message', (bytes) => {
    const message = parseServerFrame(bytes.toString());
    if (message === undefined) throw new Error(`outside the protocol: ${bytes}`);
    inbox.push(message);
    wake();
  });
  socket.on('error', close);
  socket.on('close', (code) => close(new Error(`closed with ${code}`)));
  return {
    socket,
    async next() {
      for (;;) {
        const message = inbox.shift();
        if (message !== undefined) return message;
        if (closing !== undefined) throw closing;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** Opens a room from outside and tells what its presenter is to connect with. */
export async function askForIceServers(
  deployment: Deployment,
  way: Way = {},
): Promise<IceConfiguration> {
  const line = openSocket(deployment, way);
  const challenge = await line.next();
  if (challenge.type !== 'challenge') throw new Error(`a ${challenge.type} came first`);
  line.socket.send(JSON.stringify(createOpening(challenge)));
  const opened = await line.next();
  line.socket.close();
  if (opened.type !== 'room-opened') throw new Error(JSON.stringify(opened));
  return opened;
}

/** The SHA-256 fingerprint of the certificate shown for a name. */
export function readFingerprint({ httpsPort }: Deployment, servername: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: httpsPort, servername, rejectUnauthorized: false };
    const socket = connectTls(options, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
