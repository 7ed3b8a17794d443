import { expect, test } from 'vitest';
import { parseIceUrl } from './ice-url.ts';

test.each([
  ['stun:a.example', { kind: 'stun', transport: 'udp', host: 'a.example', port: 3478 }],
  ['stun:a.example:19302', { kind: 'stun', transport: 'udp', host: 'a.example', port: 19302 }],
  ['turn:a.example', { kind: 'turn', transport: 'udp', host: 'a.example', port: 3478 }],
  ['turn:[2001:db8::1]:1?transport=tcp', { transport: 'tcp', host: '2001:db8::1', port: 1 }],
  ['turns:a.example', { kind: 'turn', transport: 'tls', host: 'a.example', port: 5349 }],
  ['turns:a.example:443?transport=tcp', { transport: 'tls', host: 'a.example', port: 443 }],
])('%s', (url, parts) => {
  expect(parseIceUrl(url)).toMatchObject({ url, ...parts });
});

test.each(['', 'a.example', 'turns:a.example?transport=udp', 'turn:a?transport=tls', 'http://a'])(
  '%j is nothing to try',
  (url) => expect(parseIceUrl(url)).toBeUndefined(),
);
