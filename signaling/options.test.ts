import { expect, test } from 'vitest';
import { signalingOptionsSchema } from './options.ts';
import { LIMITS } from './protocol.ts';

const defaults = signalingOptionsSchema.parse({});

test('P5, P24, P33, P34, P35, P36: the defaults are those of the protocol', () => {
  expect(defaults).toMatchObject({
    port: 8787,
    host: '0.0.0.0',
    maxViewers: 16,
    maxRooms: 5_000,
    maxMembers: 20_000,
    maxSockets: 25_000,
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
  { host: '::' },
  { host: 'fe80::1%eth0' },
  { port: 0 },
])('%j is taken', (options) => {
  expect(signalingOptionsSchema.safeParse(options).success).toBe(true);
});
