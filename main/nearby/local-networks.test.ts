import type { NetworkInterfaceInfo } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInSubnet, listLocalNetworks } from './local-networks.ts';

const at = (cidr: string, internal = false): NetworkInterfaceInfo => {
  const [address = ''] = cidr.split('/');
  const shared = { address, netmask: '', mac: '02:00:00:00:00:01', internal, cidr };
  return address.includes(':')
    ? { ...shared, family: 'IPv6', scopeid: 0 }
    : { ...shared, family: 'IPv4' };
};

test('networks of people are listed, likeliest first; tunnels and inner ones are not', () => {
  const networks = listLocalNetworks({
    lo: [at('127.0.0.1/8', true)],
    docker0: [at('172.17.0.1/16')],
    'vEthernet (WSL)': [at('172.28.0.1/20')],
    utun3: [at('10.8.0.2/24')],
    wg0: [at('10.9.0.2/24')],
    ppp0: [at('10.10.0.2/32')],
    eth2: [at('fe80::2/64'), at('2001:db8::9/64')],
    eth1: [at('169.254.7.7/16')],
    eth0: [at('fe80::1/64'), at('203.0.113.9/24')],
    'Wi-Fi': [at('192.168.1.5/24'), at('192.168.1.6/24')],
    gone: undefined,
  });
  expect(networks).toEqual([
    { interfaceName: 'Wi-Fi', address: '192.168.1.5', subnet: '192.168.1.0/24' },
    { interfaceName: 'eth0', address: '203.0.113.9', subnet: '203.0.113.0/24' },
    { interfaceName: 'eth1', address: '169.254.7.7', subnet: '169.254.0.0/16' },
  ]);
});

test('an address is in its own network, whatever the prefix', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 1, max: 30 }), (address, prefix) => {
      const [network] = listLocalNetworks({ eth0: [at(`${address}/${prefix}`)] });
      expect(network && isInSubnet(address, network.subnet)).toBe(true);
    }),
  );
  expect(isInSubnet('192.168.2.1', '192.168.1.0/24')).toBe(false);
  expect(isInSubnet('10.1.3.255', '10.1.2.0/23')).toBe(true);
});

test('there are never more than a few', () => {
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`eth${index}`, [at(`10.0.${index}.2/24`)]]),
  );
  expect(listLocalNetworks(many)).toHaveLength(8);
});
