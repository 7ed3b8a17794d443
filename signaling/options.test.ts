import { expect, test } from 'vitest';
import { signalingOptionsSchema } from './options.ts';
import { LIMITS } from './protocol.ts';

const turnSecret = '0123456789abcdef';
const defaults = signalingOptionsSchema.parse({});

test('P5, P24, P33, P34, P35, P36, P53 to P56, P61, P62: the defaults are those of the protocol', () => {
  expect(defaults).toMatchObject({
    port: 8787,
    host: '0.0.0.0',
    maxViewers: 16,
    maxRooms: 5_000,
    maxMembers: 20_000,
    maxSockets: 25_000,
    maxSocketsPerAddress: 64,
    maxMissesPerMinute: 10,
    maxMissesPerMinuteOverall: 10_000,
    maxMissWaitMs: 900_000,
    missDelayMs: 300,
    presenterMessagesPerSecond: 200,
    viewerMessagesPerSecond: 50,
    turnLifetimeMs: 600_000,
    usesPublicStun: true,
    turnUrls: [],
    trustedProxies: [],
    allowedOrigins: [],
    allowedHosts: [],
    firstMessageMs: 5_000,
    viewerResumeMs: 120_000,
    presenterResumeMs: 600_000,
    roomIdleMs: 21_600_000,
    maxMalformed: 16,
    maxBufferedBytes: 1_048_576,
    headersTimeoutMs: 5_000,
    requestTimeoutMs: 10_000,
  });
});

test('P34, P37: the defaults fit together', () => {
  const { heartbeatSweepMs, maxSilenceMs, pingIntervalMs } = defaults;
  expect(maxSilenceMs + heartbeatSweepMs).toBeLessThan(30_000);
  expect(maxSilenceMs).toBeGreaterThan(2 * pingIntervalMs);
  expect(defaults.closeGraceMs).toBeLessThanOrEqual(2_000);
  expect(defaults.maxBufferedBytes).toBeGreaterThan(4 * LIMITS.frameBytes);
});

test.each([
  { port: 65_536 },
  { port: 1.5 },
  { host: '-x' },
  { host: 'a b' },
  { publicUrl: 'share.example.org' },
  { publicUrl: 'https://example.org/path' },
  { publicUrl: 'https://user:secret@example.org' },
  { publicUrl: 'javascript:alert(1)' },
  { stunUrls: ['turn:example.org'] },
  { stunUrls: ['stun:exa mple'] },
  { stunUrls: Array(16).fill('stun:example.org') },
  { turnUrls: ['turn:example.org'] },
  { turnUrls: Array(9).fill('turn:example.org'), turnSecret },
  { turnUrls: ['turn:example.org'], turnSecret: 'short' },
  { turnUrls: ['turn:example.org'], turnSecret, turnLifetimeMs: 9_999 },
  { turnUrls: ['turn:example.org'], turnSecret, turnLifetimeMs: 86_400_001 },
  { trustedProxies: ['example.org'] },
  { trustedProxies: ['10.0.0.0/33'] },
  { trustedProxies: ['10.0.0.0/8/8'] },
  { trustedProxies: ['10.0.0.0/'] },
  { trustedProxies: ['fe80::1%eth0'] },
  { allowedOrigins: ['null'] },
  { allowedOrigins: ['https://a.example/'] },
  { allowedOrigins: ['*'] },
  { allowedHosts: ['a.example:80'] },
  { missDelayMs: -1 },
  { maxViewers: 0 },
  { roomIdleMs: 2 ** 31 },
  { unknown: 1 },
])('%j is refused', (options) => {
  expect(signalingOptionsSchema.safeParse(options).success).toBe(false);
});

test.each([
  { publicUrl: 'https://share.example.org' },
  { publicUrl: 'http://[2001:db8::1]:8787/' },
  { stunUrls: ['stun:stun.example.org:3478', 'stuns:[2001:db8::1]:5349'] },
  { turnUrls: Array(8).fill('turn:example.org'), turnSecret, turnLifetimeMs: 10_000 },
  { turnUrls: ['turn:example.org'], turnUsername: 'u', turnPassword: 'p' },
  { host: '::' },
  { trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'] },
  { allowedOrigins: ['http://a.example', 'https://[::1]:8443', 'app://other'] },
  { allowedHosts: ['a.example'] },
  { missDelayMs: 0 },
  { host: 'fe80::1%eth0' },
  { port: 0 },
])('%j is taken', (options) => {
  expect(signalingOptionsSchema.safeParse(options).success).toBe(true);
});
