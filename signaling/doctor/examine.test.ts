import { createSocket } from 'node:dgram';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { SignalingOptions } from '../options.ts';
import { findFreePorts, findMissing } from '../testing/program.ts';
import { startTestService } from '../testing/test-room.ts';
import type { Check, DoctorDeps } from './check.ts';
import { defaultDoctorDeps, examine } from './examine.ts';
import type { Cause } from './problems.ts';
import { exitCodeOf, writeReport } from './report.ts';
import { createCertificate } from './testing/certificate.ts';
import { startCoturn, TURN_SECRET } from './testing/coturn.ts';
import { startTlsFront } from './testing/tls-front.ts';

const NAME = 'share.sightline.test';
const TURN_NAME = 'turn.sightline.test';
const deps: DoctorDeps = {
  ...defaultDoctorDeps,
  timeoutMs: 1_500,
  lookup: async (host) => {
    if (host === NAME || host === TURN_NAME) return ['127.0.0.1'];
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  },
};

const causesOf = (checks: readonly Check[]): Cause[] =>
  checks.flatMap((check) => (check.status === 'ok' ? [] : [check.problem.cause]));
const namesOf = (checks: readonly Check[], status: Check['status']) =>
  checks.filter((check) => check.status === status).map(({ name }) => name);

/** One cause, and one thing to do about it. */
function expectOneFix(checks: readonly Check[], cause: Cause, exitCode = 2) {
  expect([...new Set(causesOf(checks))]).toEqual([cause]);
  expect(writeReport(checks).match(/^- /gm)).toHaveLength(1);
  expect(exitCodeOf(checks)).toBe(exitCode);
}

async function startService(options: SignalingOptions, unixNow = () => Date.now()) {
  const { server } = await startTestService({ usesPublicStun: false, ...options }, { unixNow });
  return { port: server.port, url: `http://127.0.0.1:${server.port}` };
}

async function listen(server: { listen(port: number, host: string, done: () => void): unknown }) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

async function startHttp(answer: RequestListener) {
  const server = createServer(answer);
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('the site', () => {
  test('a name that DNS does not know', async () => {
    const checks = await examine('https://gone.sightline.test', deps);
    expectOneFix(checks, 'name-unknown');
    expect(namesOf(checks, 'failed')).toEqual(['name']);
  });

  test('a name that DNS really does not know', async () => {
    const { lookup } = defaultDoctorDeps;
    expectOneFix(await examine('https://sightline.invalid', { ...deps, lookup }), 'name-unknown');
  });

  test('a resolver that never answers', async () => {
    const lookup = () => new Promise<string[]>(() => {});
    const checks = await examine('https://gone.sightline.test', { ...deps, lookup, timeoutMs: 50 });
    expectOneFix(checks, 'name-unknown');
  });

  test('a server that is down', async () => {
    const [port] = await findFreePorts(1);
    expectOneFix(await examine(`http://127.0.0.1:${port}`, deps), 'server-down');
  });

  test('an address in DNS where nothing answers is a warning', async () => {
    const { port } = await startService({ publicUrl: `https://${NAME}` });
    const lookup = async () => ['127.0.0.1', '127.0.0.2'];
    const checks = await examine(`http://${NAME}:${port}`, { ...deps, lookup });
    expect(causesOf(checks)).toEqual(['address-dead', 'insecure-page', 'no-turn']);
    expect(exitCodeOf(checks)).toBe(1);
  });

  test('a STUN server that does not answer is a warning', async () => {
    const [port] = await findFreePorts(1);
    const { url } = await startService({ stunUrls: [`stun:127.0.0.1:${port}`] });
    expect(causesOf(await examine(url, deps))).toEqual(['stun-silent', 'no-turn']);
  });

  test('something else at that address', async () => {
    const page = await startHttp((_request, response) => response.end('<h1>Welcome to nginx!'));
    expectOneFix(await examine(page.url, deps), 'not-sightline');
    const json = await startHttp((_request, response) => response.end('{"status":"ok"}'));
    expectOneFix(await examine(json.url, deps), 'not-sightline');
  });

  test('something that takes connections and says nothing', async () => {
    const server = createTcpServer(() => {});
    await listen(server);
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const impatient = { ...deps, timeoutMs: 100 };
    expectOneFix(await examine(`http://127.0.0.1:${port}`, impatient), 'not-sightline');
    expectOneFix(await examine(`https://127.0.0.1:${port}`, impatient), 'no-tls');
  });

  test('something that sends without end', async () => {
    const { url } = await startHttp((_request, response) => {
      response.write('x'.repeat(20_000));
    });
    expectOneFix(await examine(url, deps), 'not-sightline');
  });

  const health: RequestListener = (_request, response) =>
    response.end('{"status":"ok","version":"1.2.3"}');

  test('a proxy that does not pass WebSockets on', async () => {
    const { url } = await startHttp(health);
    expectOneFix(await examine(url, deps), 'socket-blocked');
  });

  test('a WebSocket of somebody else', async () => {
    const { server, url } = await startHttp(health);
    const sockets = new WebSocketServer({ server, path: '/ws' });
    sockets.on('connection', (socket) => socket.send('hello'));
    onTestFinished(() => sockets.close());
    expectOneFix(await examine(url, deps), 'not-sightline');
  });

  test('a name that the service does not answer to', async () => {
    const { port } = await startService({});
    const checks = await examine(`http://${NAME}:${port}`, deps);
    expect(causesOf(checks)).toEqual(['insecure-page', 'name-refused']);
    expect(exitCodeOf(checks)).toBe(2);
  });

  test('a service that opens no room for now', async () => {
    const { url } = await startService({ maxSocketsPerAddress: 1 });
    await examine(url, deps);
    expectOneFix(await examine(url, deps), 'room-refused');
  });

  test('no TURN server is a warning', async () => {
    const { url } = await startService({});
    const checks = await examine(url, deps);
    expectOneFix(checks, 'no-turn', 1);
    expect(namesOf(checks, 'ok')).toEqual([
      ...['name', 'connection', 'service', 'socket', 'room', 'clock'],
    ]);
  });
});

const noOpenssl = findMissing(['openssl']);
describe.skipIf(noOpenssl.length > 0)('the certificate (needs openssl)', () => {
  const startSecure = async (certificate: { cert: string; key: string }) => {
    const { port } = await startService({ publicUrl: `https://${NAME}` });
    return `https://${NAME}:${await startTlsFront(certificate, port)}`;
  };

  test('all is well but for TURN', async () => {
    const certificate = createCertificate(NAME);
    const url = await startSecure(certificate);
    const checks = await examine(url, { ...deps, ca: certificate.cert });
    expectOneFix(checks, 'no-turn', 1);
    expect(checks.find(({ name }) => name === 'certificate')?.text).toMatch(/^good for 8\d more/);
  });

  test.each([
    ['nobody trusts', 'certificate-untrusted', NAME, 90, false],
    ['is for another name', 'certificate-name', 'other.sightline.test', 90, true],
    ['has expired', 'certificate-expired', NAME, -1, true],
  ] as const)('one that %s', async (_title, cause, name, days, isTrusted) => {
    const certificate = createCertificate(name, days);
    const url = await startSecure(certificate);
    const checks = await examine(url, isTrusted ? { ...deps, ca: certificate.cert } : deps);
    expectOneFix(checks, cause);
  });

  test('one that is about to expire is a warning', async () => {
    const certificate = createCertificate(NAME, 5);
    const url = await startSecure(certificate);
    const checks = await examine(url, { ...deps, ca: certificate.cert });
    expect(causesOf(checks)).toEqual(['certificate-ending', 'no-turn']);
    expect(exitCodeOf(checks)).toBe(1);
  });

  test('a port without TLS', async () => {
    const { port } = await startService({});
    expectOneFix(await examine(`https://${NAME}:${port}`, deps), 'no-tls');
  });
});

const noCoturn = findMissing(['openssl', 'turnserver']);
describe.skipIf(noCoturn.length > 0)('the relay (needs coturn, openssl)', () => {
  const urlsOf = (port: number) => [
    `turn:${TURN_NAME}:${port}?transport=udp`,
    `turn:${TURN_NAME}:${port}?transport=tcp`,
  ];
  /** Port 443 is not to be had in a test, so that this one warning is always there. */
  const withoutPort443 = (checks: readonly Check[]) =>
    checks.filter((check) => check.status === 'ok' || check.problem.cause !== 'no-turn-tls');
  const turnSecret = TURN_SECRET;

  test('all is well over UDP, TCP and TLS', async () => {
    const certificate = createCertificate(TURN_NAME);
    const { port, tlsPort } = await startCoturn(undefined, certificate);
    const turnUrls = [...urlsOf(port), `turns:${TURN_NAME}:${tlsPort}?transport=tcp`];
    const { url } = await startService({
      stunUrls: [`stun:${TURN_NAME}:${port}`],
      turnUrls,
      turnSecret,
    });
    const checks = await examine(url, { ...deps, ca: certificate.cert });
    expectOneFix(checks, 'no-turn-tls', 1);
    expect(namesOf(checks, 'ok')).toEqual([
      ...['name', 'connection', 'service', 'socket', 'room', 'clock'],
      ...['stun', 'turn', 'turn', 'turn', 'reach'],
    ]);
  });

  test('another secret', async () => {
    const { port } = await startCoturn([
      ...['use-auth-secret', 'static-auth-secret=another-one-altogether'],
    ]);
    const { url } = await startService({ turnUrls: urlsOf(port), turnSecret });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-secret');
  });

  test('a closed port', async () => {
    const [port = 0] = await findFreePorts(1);
    const { url } = await startService({ turnUrls: urlsOf(port).slice(1), turnSecret });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-port-closed');
  });

  test('UDP that is swallowed on the way', async () => {
    const { port } = await startCoturn(['no-udp', 'denied-peer-ip=0.0.0.0-255.255.255.255']);
    const swallower = createSocket('udp4');
    await new Promise<void>((resolve) => swallower.bind(port, '127.0.0.1', resolve));
    onTestFinished(() => void swallower.close());
    const { url } = await startService({
      stunUrls: [`stun:${TURN_NAME}:${port}`],
      turnUrls: urlsOf(port),
      turnSecret,
    });
    const checks = withoutPort443(await examine(url, deps));
    expectOneFix(checks, 'udp-blocked');
    expect(namesOf(checks, 'failed')).toEqual(['stun', 'turn']);
  });

  test('a relay whose name is unknown', async () => {
    const turnUrls = ['turn:gone.sightline.test'];
    const { url } = await startService({ turnUrls, turnSecret });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-name-unknown');
  });

  test('a certificate of the relay that nobody trusts', async () => {
    const { tlsPort } = await startCoturn(undefined, createCertificate(TURN_NAME));
    const turnUrls = [`turns:${TURN_NAME}:${tlsPort}?transport=tcp`];
    const { url } = await startService({ turnUrls, turnSecret });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-certificate');
  });

  test.each([
    ['an hour', -3_600_000],
    ['just longer than credentials live', -700_000],
  ])('the clock of the server is behind (%s)', async (_title, differenceMs) => {
    const { port } = await startCoturn();
    const options = { turnUrls: urlsOf(port), turnSecret };
    const { url } = await startService(options, () => Date.now() + differenceMs);
    const checks = withoutPort443(await examine(url, deps));
    expectOneFix(checks, 'clock-off');
    expect(namesOf(checks, 'failed')).toEqual(['clock', 'turn', 'turn']);
    expect(writeReport(checks)).toMatch(/clock is (3600|3599|700|699) s off/);
  });

  test('a clock that is off but does no harm yet is a warning', async () => {
    const { port } = await startCoturn();
    const options = { turnUrls: urlsOf(port), turnSecret };
    const { url } = await startService(options, () => Date.now() + 120_000);
    const checks = withoutPort443(await examine(url, deps));
    expectOneFix(checks, 'clock-off', 1);
    expect(checks.find(({ name }) => name === 'clock')?.text).toMatch(/^1(19|20|21) s ahead of/);
  });

  test('a relay that reaches what is behind it', async () => {
    const { port } = await startCoturn(['allow-loopback-peers']);
    const { url } = await startService({ turnUrls: urlsOf(port), turnSecret });
    const checks = withoutPort443(await examine(url, deps));
    expectOneFix(checks, 'open-relay');
    expect(checks.find(({ name }) => name === 'reach')?.text).toContain('169.254.169.254');
  });

  test('a relay without an allocation left', async () => {
    const { port } = await startCoturn(['total-quota=1', 'user-quota=1']);
    const turnUrls = [...urlsOf(port), ...urlsOf(port)];
    const { url } = await startService({ turnUrls, turnSecret });
    const causes = causesOf(withoutPort443(await examine(url, deps)));
    expect(causes).toContain('turn-full');
  });

  test('a password for everybody', async () => {
    const { port } = await startCoturn([
      ...['lt-cred-mech', 'user=somebody:password', 'denied-peer-ip=0.0.0.0-255.255.255.255'],
    ]);
    const turn = { turnUsername: 'somebody', turnPassword: 'password' };
    const { url } = await startService({ turnUrls: urlsOf(port), ...turn });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-password', 1);
    const wrong = await startService({ turnUrls: urlsOf(port), ...turn, turnPassword: 'x' });
    const causes = causesOf(withoutPort443(await examine(wrong.url, deps)));
    expect(new Set(causes)).toEqual(new Set(['turn-login', 'turn-password']));
  });

  test('something that is no relay', async () => {
    const { server } = await startHttp((_request, response) => response.end());
    const { port } = server.address() as AddressInfo;
    const { url } = await startService({ turnUrls: urlsOf(port).slice(1), turnSecret });
    expectOneFix(withoutPort443(await examine(url, deps)), 'turn-nonsense');
    const secure = await startService({ turnUrls: [`turns:${TURN_NAME}:${port}`], turnSecret });
    expectOneFix(withoutPort443(await examine(secure.url, deps)), 'turn-nonsense');
  });

  test('TURN over DTLS, which no browser asks for', async () => {
    const turnUrls = [`turns:${TURN_NAME}:443?transport=udp`];
    const { url } = await startService({ turnUrls, turnSecret });
    expect(causesOf(await examine(url, deps))).toEqual(['not-checked', 'no-turn']);
  });
});
