import { expect, test } from 'vitest';
import { networkOf, normalizeAddress } from './network-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:cb00:7107', '203.0.113.7'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::1', '::1'],
])('P51: %s is %s', (text, address) => {
  expect(normalizeAddress(text)).toBe(address);
});

test.each(['', 'x', '1.2.3', '01.2.3.4', '1.2.3.4:80', '[::1]', '1.2.3.4, 5.6.7.8', '::g', '%'])(
  'P51: %j is no address',
  (text) => {
    expect(normalizeAddress(text)).toBeUndefined();
  },
);

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['1::', '1:0:0:0'],
])('P51: %s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
