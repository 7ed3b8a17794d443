import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostNameOf, instanceNameOf, nameInInstance, parseFound } from './service-record.ts';

const found = {
  name: 'Mina (a1b2c3)',
  fqdn: 'Mina (a1b2c3)._sightline._tcp.local',
  host: 'laptop.local',
  port: 8787,
  ttl: 60,
  addresses: ['192.168.1.5'],
  referer: { address: '192.168.1.5' },
  txt: { v: '1', id: 'a'.repeat(32) },
};

test('an instance name is one label, and carries the name', () => {
  expect(instanceNameOf('Mina Park', 'a1b2c3')).toBe('Mina Park (a1b2c3)');
  expect(nameInInstance('Mina Park (a1b2c3)')).toBe('Mina Park');
  expect(nameInInstance('Mina (home)')).toBe('Mina (home)');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const instance = instanceNameOf(name, 'a1b2c3');
      expect(Buffer.byteLength(instance)).toBeLessThanOrEqual(63);
      expect(instance).not.toContain('.');
      expect(instance).toMatch(/ \(a1b2c3\)$/);
    }),
  );
});

test('a computer’s name becomes one of the local network', () => {
  expect(hostNameOf('Minas-MacBook.local')).toBe('Minas-MacBook.local');
  expect(hostNameOf('')).toBe('sightline.local');
});

test('only a share is read as one', () => {
  expect(parseFound(found)).toMatchObject(found);
  for (const changed of [
    { txt: undefined },
    { txt: { v: '2', id: found.txt.id } },
    { txt: { v: '1', id: '../../etc/passwd' } },
    { port: 0 },
    { port: 65_536 },
    { name: '' },
    { name: 'x'.repeat(200) },
    { referer: undefined },
    { ttl: 0 },
  ]) {
    expect(parseFound({ ...found, ...changed }), JSON.stringify(changed)).toBeUndefined();
  }
});

test('anything else is nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parseFound(value)).toBeUndefined();
    }),
  );
});
