import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startSignalingServer } from '../../signaling/server.ts';
import { checkServer } from './check-server.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const failing = (message: string) =>
  checkServer('https://x.example', () => Promise.reject(new Error(message)));

describe('asking a server', () => {
  it('knows one of Sightline and its version', async () => {
    const server = await startSignalingServer({ host: '127.0.0.1', port: 0, version: '4.5.6' });
    closers.push(server.close);
    expect(await checkServer(`http://127.0.0.1:${server.port}`, fetch)).toEqual({
      outcome: 'reached',
      version: '4.5.6',
    });
  });

  it('tells another server from it, and reads no more of it than needed', async () => {
    const page = await serve((_request, response) => response.end('<!doctype html>'));
    const endless = await serve((_request, response) => {
      const more = () => response.destroyed || response.write('x'.repeat(65_536), more);
      more();
    });
    const missing = await serve((_request, response) =>
      response.writeHead(404).end('{"status":"ok"}'),
    );
    for (const origin of [page, endless, missing]) {
      expect(await checkServer(origin, fetch)).toEqual({ outcome: 'not-sightline' });
    }
  });

  it('follows nobody to another address', async () => {
    const asked: string[] = [];
    const target = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('{"status":"ok","version":"1.0.0"}');
    });
    const origin = await serve((_request, response) =>
      response.writeHead(302, { location: `${target}/healthz` }).end(),
    );
    expect(await checkServer(origin, fetch)).toEqual({ outcome: 'redirected' });
    expect(asked).toEqual([]);
  });

  it('says what is in the way', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await checkServer(`http://127.0.0.1:${port}`, fetch)).toEqual({
      outcome: 'unreachable',
    });
    expect(
      await checkServer(`https://${new URL(await serve(() => {})).host}`, fetch),
    ).toMatchObject({
      outcome: expect.stringMatching(/unreachable|bad-certificate/),
    });
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'unknown-name'],
    ['getaddrinfo ENOTFOUND x.example', 'unknown-name'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'bad-certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'bad-certificate'],
    ["Attempted to redirect, but redirect policy was 'error'", 'redirected'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'not-sightline'],
    ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ])('takes %s for %s', async (message, outcome) => {
    expect(await failing(message)).toEqual({ outcome });
  });
});
