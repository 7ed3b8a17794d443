import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIceServers } from './ice-servers.ts';
import { type SignalingOptions, signalingOptionsSchema } from './options.ts';
import { serverMessageSchema } from './protocol.ts';
import { PUBLIC_STUN_URLS } from './public-stun.ts';
import { createId } from './testing/test-room.ts';

const turnSecret = 'only-the-two-servers-know-this';
const turnUrls = ['turn:turn.example.org', 'turns:turn.example.org:443?transport=tcp'];
const roomId = createId();
const peerId = createId();

function create(options: SignalingOptions, clock = { nowMs: 1_800_000_000_000 }) {
  return createIceServers(signalingOptionsSchema.parse(options), () => clock.nowMs);
}

/** What coturn computes from a user name it is shown. */
const credentialOf = (username: string | undefined) =>
  createHmac('sha1', turnSecret).update(`${username}`).digest('base64');

test('P61: all TURN servers share credentials that the secret bears out', () => {
  const { iceServers, iceLifetimeMs } = create({ turnUrls, turnSecret })(roomId, peerId);
  expect(iceServers).toEqual([
    { urls: turnUrls, username: expect.any(String), credential: expect.any(String) },
  ]);
  const [turn] = iceServers;
  expect(turn?.credential).toBe(credentialOf(turn?.username));
  expect(turn?.username).toMatch(/^1800000600:[0-9a-f]{32}$/);
  expect(iceLifetimeMs).toBe(600_000);
});

test('P60: the credentials are good for no less than they are said to be', () => {
  const clock = { nowMs: 1_800_000_000_999 };
  const iceFor = create({ turnUrls, turnSecret, turnLifetimeMs: 60_500 }, clock);
  const { iceServers, iceLifetimeMs = 0 } = iceFor(roomId, peerId);
  const expiresAtMs = Number.parseInt(iceServers[0]?.username ?? '', 10) * 1000;
  expect(expiresAtMs).toBeGreaterThanOrEqual(clock.nowMs + iceLifetimeMs);
  expect(expiresAtMs).toBeLessThan(clock.nowMs + iceLifetimeMs + 1000);
});

const userOf = (iceFor: ReturnType<typeof create>, room: string, peer: string) =>
  iceFor(room, peer).iceServers[0]?.username?.split(':')[1];

test('P61: the same member is the same user after a restart, and nobody else is', () => {
  const iceFor = create({ turnUrls, turnSecret });
  const user = userOf(iceFor, roomId, peerId);
  expect(userOf(create({ turnUrls, turnSecret }), roomId, peerId)).toBe(user);
  const others = [
    userOf(iceFor, roomId, createId()),
    userOf(iceFor, createId(), peerId),
    userOf(iceFor, peerId, roomId),
    userOf(create({ turnUrls, turnSecret: `${turnSecret}!` }), roomId, peerId),
  ];
  expect(new Set([user, ...others]).size).toBe(5);
});

test('P61: the user name tells neither room nor member', () => {
  const { iceServers } = create({ turnUrls, turnSecret })(roomId, peerId);
  const text = JSON.stringify(iceServers);
  for (const secret of [turnSecret, roomId, peerId, roomId.slice(0, 8), peerId.slice(0, 8)]) {
    expect(text).not.toContain(secret);
  }
});

test('P61: credentials are made anew each time', () => {
  const clock = { nowMs: 1_800_000_000_000 };
  const iceFor = create({ turnUrls, turnSecret }, clock);
  const before = iceFor(roomId, peerId).iceServers[0];
  clock.nowMs += 1_000;
  const after = iceFor(roomId, peerId).iceServers[0];
  expect(after?.username).not.toBe(before?.username);
  expect(after?.credential).not.toBe(before?.credential);
});

test('P60: a password that everybody shares has no lifetime', () => {
  const iceFor = create({ turnUrls, turnUsername: 'u', turnPassword: 'p' });
  expect(iceFor(roomId, peerId)).toEqual({
    iceServers: [{ urls: turnUrls, username: 'u', credential: 'p' }],
  });
});

test('P62: public STUN servers only where nothing else is set and nobody minds', () => {
  const urlsWith = (options: SignalingOptions) =>
    create(options)(roomId, peerId).iceServers.flatMap(({ urls }) => urls);
  expect(urlsWith({})).toEqual(PUBLIC_STUN_URLS);
  expect(urlsWith({ usesPublicStun: false })).toEqual([]);
  expect(urlsWith({ stunUrls: ['stun:a'] })).toEqual(['stun:a']);
  expect(urlsWith({ turnUrls, turnSecret })).toEqual(turnUrls);
  expect(urlsWith({ stunUrls: ['stun:a'], turnUrls, turnSecret })).toEqual(['stun:a', ...turnUrls]);
  // Two operators, so that neither is needed.
  expect(new Set(PUBLIC_STUN_URLS.map((url) => url.split('.').at(-2))).size).toBe(2);
});

test('P60: as much as can be set fits the schema', () => {
  const longest = `turn:${'a'.repeat(488)}:3478?transport=tcp`;
  const iceFor = create({
    stunUrls: Array(15).fill('stun:a'),
    turnUrls: Array(8).fill(longest),
    turnUsername: 'u'.repeat(512),
    turnPassword: 'p'.repeat(512),
  });
  const message = { type: 'ice-servers', ...iceFor(roomId, peerId) };
  expect(serverMessageSchema.safeParse(message).success).toBe(true);
});
