import { expect, test } from 'vitest';
import { createFoundShares } from './found-shares.ts';

const ID = 'a'.repeat(32);
const wifi = { interfaceName: 'wlan0', address: '192.168.1.9', subnet: '192.168.1.0/24' };
const cable = { interfaceName: 'eth0', address: '10.0.0.9', subnet: '10.0.0.0/24' };
const both = [wifi, cable];

const told = (changed: { address?: string; id?: string; name?: string; ttl?: number } = {}) => {
  const { address = '192.168.1.5', id = ID, name = 'Mina', ttl = 60 } = changed;
  return {
    name: `${name} (a1b2c3)`,
    fqdn: `${name} ${address} ${id}`,
    host: 'laptop.local',
    port: 8787,
    ttl,
    addresses: [address],
    referer: { address },
    txt: { v: '1' as const, id },
  };
};

function start() {
  let nowMs = 0;
  const shares = createFoundShares(() => nowMs);
  return {
    shares,
    wait: (ms: number) => {
      nowMs += ms;
    },
    names: (networks = both) => shares.list(networks, undefined).map(({ name }) => name),
  };
}

test('a share in two networks is one entry that names both, and is knocked at in their order', () => {
  const { shares } = start();
  shares.see(told({ address: '10.0.0.5' }), both);
  shares.see(told(), both);
  expect(shares.list(both, undefined)).toEqual([
    {
      id: ID,
      name: 'Mina',
      computer: 'laptop',
      networks: [
        { interfaceName: 'eth0', subnet: '10.0.0.0/24' },
        { interfaceName: 'wlan0', subnet: '192.168.1.0/24' },
      ],
    },
  ]);
  expect(shares.placesOf(ID, both)).toEqual([
    { address: '192.168.1.5', port: 8787 },
    { address: '10.0.0.5', port: 8787 },
  ]);
});

test('with one network only, none is named', () => {
  const { shares } = start();
  shares.see(told(), [wifi]);
  expect(shares.list([wifi], undefined)).toMatchObject([{ networks: [] }]);
});

test('the own share is left out', () => {
  const { shares } = start();
  shares.see(told(), both);
  expect(shares.list(both, ID)).toEqual([]);
});

test('a share goes with its goodbye, with its time, and with its network', () => {
  const { shares, wait, names } = start();
  shares.see(told(), both);
  shares.lose(told().fqdn);
  expect(names()).toEqual([]);

  shares.see(told(), both);
  wait(59_999);
  shares.expire(both);
  expect(names()).toEqual(['Mina']);
  shares.see(told(), both);
  wait(59_999);
  shares.expire(both);
  expect(names(), 'heard of in between').toEqual(['Mina']);
  wait(1);
  shares.expire(both);
  expect(names()).toEqual([]);

  shares.see(told({ ttl: 999_999 }), both);
  wait(60_000);
  shares.expire(both);
  expect(names(), 'nobody decides to stay longer').toEqual([]);

  shares.see(told(), both);
  shares.expire([cable]);
  expect(names()).toEqual([]);
});

test('a share must be where its packet comes from, in a network of ours', () => {
  const { shares, names } = start();
  shares.see({ ...told(), referer: { address: '192.168.1.66' } }, both);
  shares.see(told({ address: '127.0.0.1' }), both);
  shares.see(told({ address: '203.0.113.5' }), both);
  expect(names()).toEqual([]);
});

test('one computer cannot fill the list', () => {
  const { shares, names } = start();
  for (let index = 0; index < 50; index += 1) {
    shares.see(told({ id: index.toString(16).padStart(32, '0'), name: `Eve ${index}` }), both);
  }
  shares.see(told({ address: '192.168.1.7' }), both);
  expect(names()).toEqual(['Eve 0', 'Eve 1', 'Eve 2', 'Eve 3', 'Mina']);
});
