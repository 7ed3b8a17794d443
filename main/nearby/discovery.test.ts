import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NearbyListing } from '../../preload/nearby.ts';
import { createFakeTime } from '../../signaling/testing/fake-time.ts';
import { advertise } from './advertise.ts';
import { createAdvertiser } from './advertiser.ts';
import { type OpenMdns, openMdns } from './mdns.ts';
import { createWatcher } from './watcher.ts';

/** Real multicast, which never leaves this computer. */
const loopback = { interfaceName: 'lo', address: '127.0.0.1', subnet: '127.0.0.0/8' };
/** Another run on this computer hears the same network. */
const run = randomBytes(4).toString('hex');
const idOf = (digit: string) => `${run}${digit.repeat(24)}`;
const share = (digit: string) => ({
  id: idOf(digit),
  name: `${run} ${digit}`,
  computer: 'laptop',
  port: 8787,
});

function watch({ ownShareId, networks = [loopback], open = openMdns }: WatchOptions = {}) {
  const listings: NearbyListing[] = [];
  const listeners = new Set<() => void>();
  const watcher = createWatcher({
    listNetworks: () => networks,
    openMdns: open,
    now: () => performance.now(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    ownShareId: () => ownShareId,
    onChange(listing) {
      listings.push(listing);
      for (const listener of [...listeners]) listener();
    },
  });
  onTestFinished(() => watcher.stop());
  /** Of this run, without its mark. */
  const found = () => {
    const last = listings.at(-1);
    const shares = last?.status === 'looking' ? last.shares : [];
    return shares.filter(({ id }) => id.startsWith(run));
  };
  const names = () => found().map(({ name }) => name.replace(`${run} `, ''));
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  const sees = (...expected: string[]) => until(() => names().join() === expected.join());
  return { watcher, listings, found, sees };
}
type WatchOptions = {
  ownShareId?: string;
  networks?: (typeof loopback)[];
  open?: OpenMdns;
};

async function tell(digit: string, mark = 'a1b2c3') {
  const goodbye = await advertise(share(digit), loopback.address, { openMdns, mark });
  onTestFinished(goodbye);
  return goodbye;
}

describe('on a real network', () => {
  it('a share appears, and goes with its goodbye', async () => {
    const { watcher, found, sees } = watch();
    expect(await watcher.start()).toMatchObject({ status: 'looking' });
    const goodbye = await tell('1');
    await sees('1');
    expect(found()).toEqual([
      { id: idOf('1'), name: `${run} 1`, computer: 'laptop', networks: [] },
    ]);
    expect(watcher.placesOf(idOf('1'))).toEqual([{ address: '127.0.0.1', port: 8787 }]);
    await goodbye();
    await sees();
  });

  it('whoever looks later finds what runs already, but for its own', async () => {
    const ids = ['2', '3', '4'];
    const goodbyes = await Promise.all(ids.map((digit) => tell(digit, `${digit}`.repeat(6))));
    const { watcher, sees } = watch({ ownShareId: idOf('3') });
    await watcher.start();
    await sees('2', '4');
    await goodbyes[0]?.();
    await sees('4');
  });

  it('two people of one name do not take it from each other', async () => {
    const { watcher, sees } = watch();
    await watcher.start();
    for (const [digit, mark] of [
      ['5', '111111'],
      ['6', '222222'],
    ] as const) {
      const named = { ...share(digit), name: `${run} Mina` };
      onTestFinished(await advertise(named, loopback.address, { openMdns, mark }));
    }
    await sees('Mina', 'Mina');
  });

  it('nothing but name, computer, port, version and id is told', async () => {
    const told: unknown[] = [];
    const { bonjour, close } = await openMdns(loopback.address);
    onTestFinished(close);
    const heard = new Promise<void>((resolve) => {
      bonjour.find({ type: 'sightline' }, ({ name, host, port, txt, addresses }) => {
        if (name !== `${run} 7 (777777)`) return;
        told.push({ name, host, port, txt, addresses });
        resolve();
      });
    });
    await tell('7', '777777');
    await heard;
    expect(told).toEqual([
      {
        name: `${run} 7 (777777)`,
        host: 'laptop.local',
        port: 8787,
        txt: { v: '1', id: idOf('7') },
        addresses: ['127.0.0.1'],
      },
    ]);
  });
});

describe('looking around', () => {
  it('says why where it cannot', async () => {
    const offline = watch({ networks: [] });
    expect(await offline.watcher.start()).toEqual({
      status: 'unavailable',
      reason: 'no-network',
    });
    const open = async () => {
      throw new Error('EACCES');
    };
    const blocked = watch({ open });
    expect(await blocked.watcher.start()).toEqual({ status: 'unavailable', reason: 'blocked' });
  });

  it('ends with the screen: nothing is told afterwards', async () => {
    const { watcher, listings } = watch();
    await watcher.start();
    await watcher.stop();
    listings.length = 0;
    const other = watch();
    await other.watcher.start();
    await tell('8');
    await other.sees('8');
    expect(listings).toEqual([]);
    expect(await watcher.start()).toMatchObject({ status: 'looking' });
  });
});

describe('a share on networks that come and go', () => {
  function advertiseOn(refused: string[] = []) {
    const time = createFakeTime();
    const told = new Set<string>();
    let addresses: string[] = [];
    let changes = 0;
    const advertiser = createAdvertiser(share('9'), {
      listNetworks: () => addresses.map((address) => ({ ...loopback, address })),
      async advertise(_share, address) {
        if (refused.includes(address)) throw new Error('EACCES');
        told.add(address);
        return async () => void told.delete(address);
      },
      setTimer: time.setTimer,
      onChange: () => {
        changes += 1;
      },
    });
    return {
      advertiser,
      told,
      changes: () => changes,
      be: async (...next: string[]) => {
        addresses = next;
        await advertiser.refresh();
      },
    };
  }

  it('is told on each of them, and on no other', async () => {
    const { advertiser, told, be, changes } = advertiseOn();
    await be('10.0.0.1', '10.0.1.1');
    expect([...told]).toEqual(['10.0.0.1', '10.0.1.1']);
    await be('10.0.1.1', '10.0.2.1');
    expect([...told]).toEqual(['10.0.1.1', '10.0.2.1']);
    expect(changes()).toBe(2);
    await be('10.0.1.1', '10.0.2.1');
    expect(changes(), 'nothing new').toBe(2);
    await advertiser.close();
    expect([...told]).toEqual([]);
    await be('10.0.3.1');
    expect([...told], 'closed for good').toEqual([]);
  });

  it('says when none of them can be told', async () => {
    const { advertiser, be } = advertiseOn(['10.0.0.1']);
    await be('10.0.0.1');
    expect(advertiser.isBlocked()).toBe(true);
    await be('10.0.0.1', '10.0.1.1');
    expect(advertiser.isBlocked()).toBe(false);
  });
});
