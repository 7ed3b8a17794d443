import { expect, test } from 'vitest';
import { findTurnMistake, listTurnWarnings, turnUrlSchema } from './turn-options.ts';

test.each([
  'turn:turn.example.org',
  'turn:turn.example.org:3478',
  'turn:203.0.113.7:3478?transport=udp',
  'turns:turn.example.org:443?transport=tcp',
  'turns:[2001:db8::1]:443?transport=tcp',
  'turn:[2001:db8::1]',
])('%j is a TURN address', (url) => {
  expect(turnUrlSchema.safeParse(url).success).toBe(true);
});

test.each([
  '',
  'turn:',
  'stun:turn.example.org',
  'turn://turn.example.org',
  'turn:turn.example.org:0',
  'turn:turn.example.org:65536',
  'turn:[2001:db8::1]:65536?transport=tcp',
  'turn:turn.example.org:',
  'turn:turn.example.org?transport=tls',
  'turn:turn.example.org?transport=tcp&x=1',
  'turn:user@turn.example.org',
  'turn:turn.example.org/path',
  'turn:turn example.org',
  'turn:turn.example.org\n',
  `turn:${'a'.repeat(512)}`,
])('%j is none', (url) => {
  expect(turnUrlSchema.safeParse(url).success).toBe(false);
});

const turnUrls = ['turns:turn.example.org:443'];

test('what fits together is no mistake', () => {
  expect(findTurnMistake({})).toBeUndefined();
  expect(findTurnMistake({ turnUrls: [] })).toBeUndefined();
  expect(findTurnMistake({ turnUrls, turnSecret: 's' })).toBeUndefined();
  expect(findTurnMistake({ turnUrls, turnUsername: 'u', turnPassword: 'p' })).toBeUndefined();
});

test('warnings: a password for everybody, and no way through where only the web is let through', () => {
  expect(listTurnWarnings({})).toEqual([]);
  expect(listTurnWarnings({ turnUrls, turnSecret: 's' })).toEqual([]);
  expect(listTurnWarnings({ turnUrls, turnUsername: 'u', turnPassword: 'p' })).toEqual([
    expect.stringContaining('which never expires'),
  ]);
  expect(listTurnWarnings({ turnUrls: ['turn:a', 'turn:b'], turnSecret: 's' })).toEqual([
    expect.stringContaining('over TLS'),
  ]);
});
