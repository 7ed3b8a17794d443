import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { NearbyListing } from '../../preload/nearby.ts';
import { createFakeTime } from '../../signaling/testing/fake-time.ts';
import type { Mdns } from './mdns.ts';
import { createWatcher } from './watcher.ts';

const network = { interfaceName: 'eth0', address: '10.0.0.9', subnet: '10.0.0.0/24' };
const told = {
  name: 'Mina (a1b2c3)',
  fqdn: 'Mina (a1b2c3)._sightline._tcp.local',
  host: 'laptop.local',
  port: 8787,
  ttl: 60,
  addresses: ['10.0.0.5'],
  referer: { address: '10.0.0.5' },
  txt: { v: '1', id: 'a'.repeat(32) },
};

/** A network on which nothing is heard but what a test says. */
function start() {
  const time = createFakeTime();
  const browsers: { tell(service: object): void; lose(): void; isStopped: boolean }[] = [];
  const listings: NearbyListing[] = [];
  let opened = 0;
  const openMdns = async () => {
    opened += 1;
    const find = (_type: object, see: (service: object) => void) => {
      const emitter = new EventEmitter();
      const browser = {
        tell: see,
        lose: () => emitter.emit('down', { fqdn: told.fqdn }),
        isStopped: false,
      };
      browsers.push(browser);
      return Object.assign(emitter, {
        stop() {
          browser.isStopped = true;
        },
      });
    };
    const close = async () => {
      opened -= 1;
    };
    return { bonjour: { find }, close } as unknown as Mdns;
  };
  const watcher = createWatcher({
    ...{ openMdns, now: time.now, setTimer: time.setTimer },
    listNetworks: () => [network],
    ownShareId: () => undefined,
    onChange: (listing) => void listings.push(listing),
  });
  /** Goes on in steps, so that each round is asked before the next is due. */
  const wait = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      time.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const latest = () => {
    const listing = listings.at(-1);
    return listing?.status === 'looking' ? listing.shares.length : undefined;
  };
  return { watcher, browsers, wait, latest, openSockets: () => opened };
}

test('asks often at first, then rarely, and remembers no more than it needs', async () => {
  const { watcher, browsers, wait } = start();
  await watcher.start();
  await wait(15);
  expect(browsers).toHaveLength(5);
  await wait(60);
  expect(browsers).toHaveLength(9);
  expect(browsers.filter(({ isStopped }) => !isStopped)).toHaveLength(3);
});

test('a presenter that says nothing any more goes within a minute and a quarter', async () => {
  const { watcher, browsers, wait, latest } = start();
  await watcher.start();
  browsers[0]?.tell(told);
  expect(latest()).toBe(1);
  await wait(50);
  expect(latest()).toBe(1);
  await wait(25);
  expect(latest()).toBe(0);
});

test('a presenter that answers every round stays, and goes with its goodbye', async () => {
  const { watcher, browsers, wait, latest } = start();
  await watcher.start();
  browsers[0]?.tell(told);
  for (let round = 0; round < 10; round += 1) {
    await wait(15);
    browsers.at(-1)?.tell(told);
  }
  expect(latest()).toBe(1);
  browsers.at(-1)?.lose();
  expect(latest()).toBe(0);
});

test('nothing stays open after the screen', async () => {
  const { watcher, browsers, wait, openSockets } = start();
  await watcher.start();
  expect(openSockets()).toBe(1);
  await watcher.stop();
  expect(openSockets()).toBe(0);
  const asked = browsers.length;
  await wait(60);
  expect(browsers).toHaveLength(asked);
  // Shown, hidden and shown at once, as when a screen is drawn twice.
  void watcher.start();
  void watcher.stop();
  await watcher.start();
  expect(openSockets()).toBe(1);
  await watcher.stop();
  expect(openSockets()).toBe(0);
});
