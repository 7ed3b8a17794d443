import { expect, test } from 'vitest';
import { createRemoteNetwork } from './remote-network.ts';

const trusted = ['10.0.0.0/8', '192.0.2.1', '2001:db8:ffff::/48'];

function read(remoteAddress: string, forwardedFor?: string | string[], proxies = trusted): string {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return createRemoteNetwork(proxies).of({ headers, socket: { remoteAddress } });
}

test('P51: without a trusted proxy the header is not believed', () => {
  expect(read('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  expect(read('10.0.0.1', '198.51.100.1', [])).toBe('10.0.0.1');
  expect(read('192.0.2.2', '198.51.100.1')).toBe('192.0.2.2');
});

test('P51: behind trusted proxies the nearest address that is not one of them counts', () => {
  expect(read('10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(read('::ffff:10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(read('192.0.2.1', '1.1.1.1, 198.51.100.1')).toBe('198.51.100.1');
  expect(read('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.9.9,2001:db8:ffff::2')).toBe('198.51.100.1');
  expect(read('10.0.0.1', '2001:db8:1:2:3::4')).toBe('2001:db8:1:2');
  expect(read('10.0.0.1', '::ffff:198.51.100.1')).toBe('198.51.100.1');
  expect(read('10.0.0.1', '10.0.0.3, 10.0.0.2')).toBe('10.0.0.3');
});

test.each(['', 'x', 'unknown', '198.51.100.1, ', '198.51.100.1, x', '"198.51.100.1"', ','])(
  'P51: behind a trusted proxy %j falls back to the socket',
  (header) => {
    expect(read('10.0.0.1', header)).toBe('10.0.0.1');
  },
);

test('P51: without the header, or without an address, there is still a network to count by', () => {
  expect(read('10.0.0.1')).toBe('10.0.0.1');
  expect(createRemoteNetwork([]).of({ headers: {}, socket: {} })).toBe('unknown');
});

test('P58: only a trusted proxy tells that the request came over https', () => {
  const { isSecure } = createRemoteNetwork(trusted);
  const headers = { 'x-forwarded-proto': 'https' };
  expect(isSecure({ headers, socket: { remoteAddress: '10.0.0.1' } })).toBe(true);
  expect(isSecure({ headers, socket: { remoteAddress: '203.0.113.7' } })).toBe(false);
  expect(isSecure({ headers: {}, socket: { remoteAddress: '10.0.0.1' } })).toBe(false);
});

test('P51: a header that is not believed is noted once', () => {
  let notes = 0;
  const network = createRemoteNetwork(trusted, () => {
    notes += 1;
  });
  const headers = { 'x-forwarded-for': '198.51.100.1' };
  network.of({ headers, socket: { remoteAddress: '10.0.0.1' } });
  network.of({ headers: {}, socket: { remoteAddress: '203.0.113.7' } });
  expect(notes).toBe(0);
  for (let times = 0; times < 3; times += 1) {
    network.of({ headers, socket: { remoteAddress: '203.0.113.7' } });
  }
  expect(notes).toBe(1);
});
