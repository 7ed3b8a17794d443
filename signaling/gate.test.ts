import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

const gate = createGate({
  publicUrl: 'https://Share.example.org:8443',
  allowedOrigins: ['https://other.example', 'http://App.stand-in.localhost'],
  allowedHosts: ['Proxy.internal'],
  hostname: 'Desk.office.example',
});

test.each([
  '127.0.0.1',
  '127.0.0.1:8787',
  '192.168.1.5:8787',
  '[::1]:8787',
  '[2001:db8::1]',
  'localhost:8787',
  'LOCALHOST',
  'desk',
  'desk.local:8787',
  'desk.office.example',
  'share.example.org',
  'share.example.org:8443',
  'other.example',
  'app.stand-in.localhost',
  'proxy.internal:80',
])('P52: answers to %s', (host) => {
  expect(gate.isHostAllowed({ host })).toBe(true);
});

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:8787',
  'localhost.evil.example',
  'desk.evil.example',
  'example.org',
  'localhost.',
  '127.0.0.1.evil.example',
  '127.0.0.1@evil.example',
  'localhost:80:80',
  'localhost:123456',
  '[evil]',
  '::1',
  'a b',
  '__proto__',
])('P52: does not answer to %j', (host) => {
  expect(gate.isHostAllowed({ host })).toBe(false);
});

test.each([
  ['http://127.0.0.1:8787', '127.0.0.1:8787'],
  ['https://desk.local', 'Desk.local'],
  ['https://share.example.org:8443', '127.0.0.1:8787'],
  ['https://other.example', '127.0.0.1:8787'],
  ['http://app.stand-in.localhost', '127.0.0.1:8787'],
  ['app://sightline', '127.0.0.1:8787'],
  [undefined, '127.0.0.1:8787'],
])('P52: a page of %s may open a socket at %s', (origin, host) => {
  expect(gate.isOriginAllowed({ host, origin })).toBe(true);
});

test.each([
  'https://evil.example',
  'null',
  '',
  'http://127.0.0.1:9999',
  'http://127.0.0.1',
  'file://',
  'app://other',
  'app://sightline.evil.example',
  'ftp://127.0.0.1:8787',
  'https://share.example.org',
  'http://other.example',
  'https://other.example, http://127.0.0.1:8787',
])('P52: a page of %j may not', (origin) => {
  expect(gate.isOriginAllowed({ host: '127.0.0.1:8787', origin })).toBe(false);
});

test('P52: without a host nothing is of the same origin', () => {
  expect(gate.isOriginAllowed({ origin: 'http://' })).toBe(false);
});

test('P52: a computer without a name opens no gate', () => {
  const nameless = createGate({ allowedOrigins: [], allowedHosts: [], hostname: '' });
  expect(nameless.isHostAllowed({ host: '.local' })).toBe(false);
  expect(nameless.isHostAllowed({ host: '' })).toBe(false);
});
