import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SignalingOptions } from './options.ts';
import { createContentSecurityPolicy } from './security-headers.ts';
import { startTestService } from './testing/test-room.ts';

/** A built web app with a secret file beside it. */
function buildWebRoot() {
  const folder = mkdtempSync(joinPath(tmpdir(), 'sightline-web-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const webRoot = joinPath(folder, 'renderer');
  mkdirSync(joinPath(webRoot, 'assets'), { recursive: true });
  writeFileSync(joinPath(webRoot, 'index.html'), '<!doctype html><title>Sightline</title>');
  writeFileSync(joinPath(webRoot, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(joinPath(webRoot, 'manifest.webmanifest'), '{}');
  writeFileSync(joinPath(webRoot, '.env'), 'SECRET');
  writeFileSync(joinPath(folder, 'package.json'), 'SECRET');
  return webRoot;
}

async function serve(options: SignalingOptions = {}) {
  const webRoot = buildWebRoot();
  const { server } = await startTestService({ webRoot, version: '1.2.3', ...options });
  return { webRoot, port: server.port, base: `http://127.0.0.1:${server.port}` };
}

/** Sends the path as it stands, which no HTTP client does. */
function requestRaw(port: number, head: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connectTcp(port, '127.0.0.1');
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(`${head}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}

test('P38: /healthz tells that the service lives, and its version', async () => {
  const { base } = await serve();
  const response = await fetch(`${base}/healthz?probe=1`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' });
  const head = await fetch(`${base}/healthz`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test.each(['/', '/j', '/?lang=de', '/j?x'])(
  'P38: %s is the web app, never stored',
  async (path) => {
    const { base } = await serve();
    const response = await fetch(base + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('Sightline');
  },
);

test('P38: hashed files are kept for good, others are asked for again', async () => {
  const { base } = await serve();
  const asset = await fetch(`${base}/assets/app-1a2b.js`);
  expect(await asset.text()).toBe('export {};');
  expect(asset.headers.get('content-type')).toMatch(/javascript/);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const manifest = await fetch(`${base}/manifest.webmanifest`);
  expect(manifest.headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(`${base}/index.html`)).headers.get('cache-control')).toBe('no-store');
});

test.each(['/', '/healthz', '/nothing', '/assets/app-1a2b.js'])(
  'P38: %s carries the security headers',
  async (path) => {
    const { base, port } = await serve();
    const { headers } = await fetch(base + path);
    const ownSockets = [`ws://127.0.0.1:${port}`, `wss://127.0.0.1:${port}`];
    expect(headers.get('content-security-policy')).toBe(
      createContentSecurityPolicy({ 'connect-src': ownSockets }),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('origin-agent-cluster')).toBe('?1');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('permissions-policy')).toContain('display-capture=(self)');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
  },
);

test.each([
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e%2fpackage.json',
  '/%2e%2e/package.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '//etc/passwd',
  '/j/..%2f',
  '/j/../../package.json',
  '/.env',
  '/%2eenv',
  '/assets',
  '/assets/',
  '/index',
  '/%',
  '/%00',
  '/index.html%00.js',
  '/__proto__',
  '/constructor',
  'http://127.0.0.1/healthz',
])('P38: %s is 404', async (path) => {
  const { port } = await serve();
  const answer = await requestRaw(port, `GET ${path} HTTP/1.1`);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).not.toContain('SECRET');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
  'P38: %s is 405',
  async (method) => {
    const { port } = await serve();
    const answer = await requestRaw(port, `${method} / HTTP/1.1`);
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toContain('Allow: GET, HEAD');
  },
);

test('P38: /ws needs an upgrade, and an upgrade needs /ws', async () => {
  const { base, port } = await serve();
  expect((await fetch(`${base}/ws`)).status).toBe(426);
  const upgrade = 'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nConnection: Upgrade';
  for (const path of ['/', '/healthz', '/ws/', '/wss', '//ws']) {
    const answer = await requestRaw(port, `GET ${path} HTTP/1.1\r\n${upgrade}`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  }
  expect(await requestRaw(port, `GET /ws HTTP/1.1\r\n${upgrade}`)).toMatch(/^HTTP\/1\.1 400 /);
});

test('P38: odd ranges do not end the service', async () => {
  const { base } = await serve();
  for (const range of [
    'bytes=5-2',
    'bytes=-1',
    'bytes=99999-',
    'bytes=a-b',
    'x',
    'bytes=0-0,2-3',
  ]) {
    const response = await fetch(`${base}/assets/app-1a2b.js`, { headers: { range } });
    expect([response.status, await response.text()]).toEqual([200, 'export {};']);
  }
});

test('P38: a file deleted after the start does not end the service', async () => {
  const { base, webRoot } = await serve();
  rmSync(joinPath(webRoot, 'assets/app-1a2b.js'));
  await expect(fetch(`${base}/assets/app-1a2b.js`).then((r) => r.text())).rejects.toThrow();
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

test('P38: a file written after the start is not served', async () => {
  const { base, webRoot } = await serve();
  writeFileSync(joinPath(webRoot, 'late.txt'), 'late');
  expect((await fetch(`${base}/late.txt`)).status).toBe(404);
});

test.each([undefined, '/nowhere'])(
  'P38: without a web app (%s) / says what to do',
  async (webRoot) => {
    const options = webRoot === undefined ? {} : { webRoot };
    const { openRoom, server } = await startTestService(options);
    const response = await fetch(`http://127.0.0.1:${server.port}/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    expect((await fetch(`http://127.0.0.1:${server.port}/assets/x.js`)).status).toBe(404);
    await openRoom();
  },
);

test('P58: https is kept to only where people reach the service over it', async () => {
  const secure = 'X-Forwarded-Proto: https';
  const hsts = /\r\nStrict-Transport-Security: max-age=31536000\r\n/;
  const cases: [SignalingOptions, string, boolean][] = [
    [{ publicUrl: 'https://share.example.org' }, '', true],
    [{ publicUrl: 'http://share.example.org' }, '', false],
    [{}, secure, false],
    [{ trustedProxies: ['203.0.113.1'] }, secure, false],
    [{ trustedProxies: ['127.0.0.1'] }, secure, true],
    [{ trustedProxies: ['127.0.0.1'] }, 'X-Forwarded-Proto: http', false],
  ];
  for (const [options, header, isExpected] of cases) {
    const { port } = await serve(options);
    const answer = await requestRaw(port, `GET / HTTP/1.1\r\n${header || 'X-A: b'}`);
    expect(hsts.test(answer)).toBe(isExpected);
  }
});

test.each(['evil.example', 'evil.example:80', '', 'a;b', "x' *"])(
  'P52: asked for under the name %j nothing but /healthz is told',
  async (name) => {
    const { port } = await serve();
    for (const path of ['/', '/j', '/ws', '/index.html', '/assets/app-1a2b.js', '/nothing']) {
      const answer = await requestRaw(port, `GET ${path} HTTP/1.1`, name);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain('--allowed-host');
      expect(answer).toContain("connect-src 'self';");
      if (name !== '') expect(answer).not.toContain(name);
    }
    expect(await requestRaw(port, 'GET /healthz HTTP/1.1', name)).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test('P52: a request without a name is refused', async () => {
  const { port } = await serve();
  const answer = await new Promise<string>((resolve) => {
    const socket = connectTcp(port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
    socket.on('data', (bytes) => resolve(bytes.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
});

test('P85: what the program around the service answers is asked first, but for wrong names', async () => {
  const asked: unknown[] = [];
  const { server } = await startTestService(
    {},
    {
      answerOther({ url, method }, response) {
        asked.push([method, url]);
        if (url !== '/nearby/knock') return false;
        response.end('taken');
        return true;
      },
    },
  );
  const base = `http://127.0.0.1:${server.port}`;
  const post = { method: 'POST', body: '{}' };
  expect(await (await fetch(`${base}/nearby/knock`, post)).text()).toBe('taken');
  expect((await fetch(`${base}/elsewhere`, post)).status).toBe(405);
  const misnamed = await requestRaw(server.port, 'POST /nearby/knock HTTP/1.1', 'evil.example');
  expect(misnamed).toMatch(/^HTTP\/1\.1 403/);
  expect(asked).toEqual([
    ['POST', '/nearby/knock'],
    ['POST', '/elsewhere'],
  ]);
});
