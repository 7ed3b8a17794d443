import { expect, test } from 'vitest';
import { createViewer, rotateTokens } from './member.ts';
import { createFakeTime } from './testing/fake-time.ts';
import { createTombstones } from './tombstones.ts';

const line = { send: () => {}, close: () => {} };
const viewer = (peerId: string, token = peerId) =>
  createViewer({ peerId, greeting: 'x' }, { line, nonce: '', network: 'home' }, () => token);

test('P29: the reason is told only to the holder of the token, and only for a while', () => {
  const time = createFakeTime();
  const tombstones = createTombstones({ maxTombstones: 9, tombstoneMs: 1_000 }, time.now);
  tombstones.bury('room', viewer('a', 'token'), 'denied');
  expect(tombstones.find('room', 'a', 'token')).toBe('denied');
  expect(tombstones.find('room', 'a', 'other')).toBeUndefined();
  expect(tombstones.find('room', 'a', 'tokeN')).toBeUndefined();
  expect(tombstones.find('moor', 'a', 'token')).toBeUndefined();
  time.advance(999);
  expect(tombstones.find('room', 'a', 'token')).toBe('denied');
  time.advance(1);
  expect(tombstones.find('room', 'a', 'token')).toBeUndefined();
});

test('P26, P29: a token whose answer was lost is good here too', () => {
  const tombstones = createTombstones({ maxTombstones: 9, tombstoneMs: 1_000 }, () => 0);
  const member = viewer('a', 'first');
  rotateTokens(member, 'first', () => 'second');
  tombstones.bury('room', member, 'removed');
  expect(tombstones.find('room', 'a', 'first')).toBe('removed');
  expect(tombstones.find('room', 'a', 'second')).toBe('removed');
});

test('P29: the oldest are forgotten first', () => {
  const tombstones = createTombstones({ maxTombstones: 2, tombstoneMs: 1_000 }, () => 0);
  tombstones.bury('room', viewer('a'), 'denied');
  tombstones.bury('room', viewer('b'), 'denied');
  tombstones.bury('room', viewer('a'), 'removed');
  tombstones.bury('room', viewer('c'), 'denied');
  expect(tombstones.find('room', 'a', 'a')).toBe('removed');
  expect(tombstones.find('room', 'b', 'b')).toBeUndefined();
  expect(tombstones.find('room', 'c', 'c')).toBe('denied');
});
