import { expect, test } from 'vitest';
import { listOrigins, type NetworkInterfaces } from './lan-origins.ts';

const at = (...addresses: string[]) =>
  addresses.map((address) => ({
    address,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    internal: address === '127.0.0.1' || address === '::1',
  }));

const interfaces: NetworkInterfaces = {
  lo: at('127.0.0.1', '::1'),
  docker0: at('172.17.0.1'),
  tailscale0: at('100.64.0.9'),
  'vEthernet (WSL)': at('172.28.0.1'),
  utun3: at('10.8.0.2'),
  eth1: at('169.254.7.7'),
  eth0: at('203.0.113.9', 'fe80::1', '2001:db8::9'),
  wlan0: at('192.168.1.5'),
  gone: undefined,
};
const reach = { port: 8787, interfaces };

test('P9: real private addresses come first, virtual ones last, link-local IPv6 never', () => {
  expect(listOrigins({ ...reach, host: '0.0.0.0' })).toEqual([
    'http://192.168.1.5:8787',
    'http://203.0.113.9:8787',
    'http://169.254.7.7:8787',
    'http://172.17.0.1:8787',
    'http://172.28.0.1:8787',
    'http://10.8.0.2:8787',
    'http://100.64.0.9:8787',
  ]);
});

test('P9: IPv6 addresses are listed only where they are listened on', () => {
  const origins = listOrigins({ ...reach, host: '::' });
  expect(origins).toContain('http://[2001:db8::9]:8787');
  expect(origins.join()).not.toContain('fe80');
});

test('P9: a public URL is the only origin', () => {
  const publicUrl = 'https://share.example.org/';
  expect(listOrigins({ ...reach, host: '0.0.0.0', publicUrl })).toEqual([
    'https://share.example.org',
  ]);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8787'],
  ['::1', 'http://[::1]:8787'],
  ['192.168.1.5', 'http://192.168.1.5:8787'],
])('P9: bound to %s', (host, origin) => {
  expect(listOrigins({ ...reach, host })).toEqual([origin]);
});

test('P9: no network, no origin; never more than sixteen', () => {
  expect(listOrigins({ ...reach, host: '0.0.0.0', interfaces: {} })).toEqual([]);
  const many = at(...Array.from({ length: 40 }, (_, index) => `10.0.0.${index}`));
  expect(listOrigins({ ...reach, host: '0.0.0.0', interfaces: { eth0: many } })).toHaveLength(16);
});
