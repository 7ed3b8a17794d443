import type { LocalNetwork } from '../../preload/nearby.ts';
import type { AdvertisedShare } from './advertise.ts';

/** How often networks that came or went are looked for. */
const LOOK_AGAIN_MS = 3_000;

export type AdvertiserDeps = {
  /** The networks to tell right now. */
  readonly listNetworks: () => readonly LocalNetwork[];
  /** Tells one of them; rejects where the system does not allow it. */
  readonly advertise: (share: AdvertisedShare, address: string) => Promise<() => Promise<void>>;
  /** Calls back once after a delay; what it returns cancels. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** Networks came or went, or one of them could not be told. */
  readonly onChange: () => void;
};

/** Keeps the local networks told of one share, as they come and go, until it is closed. */
export function createAdvertiser(share: AdvertisedShare, deps: AdvertiserDeps) {
  const told = new Map<string, () => Promise<void>>();
  let isBlocked = false;
  let isClosed = false;
  let cancelTimer: () => void = () => {};
  let work: Promise<void> = Promise.resolve();

  const withdraw = async (address: string) => {
    const goodbye = told.get(address);
    told.delete(address);
    await goodbye?.();
  };
  const look = async () => {
    if (isClosed) return;
    const before = [...told.keys()].join() + isBlocked;
    const addresses = deps.listNetworks().map(({ address }) => address);
    for (const address of told.keys()) if (!addresses.includes(address)) await withdraw(address);
    for (const address of addresses) {
      if (told.has(address) || isClosed) continue;
      const goodbye = await deps.advertise(share, address).catch(() => undefined);
      if (goodbye) told.set(address, goodbye);
    }
    isBlocked = addresses.length > 0 && told.size === 0;
    if (isClosed) return;
    if ([...told.keys()].join() + isBlocked !== before) deps.onChange();
    cancelTimer = deps.setTimer(refresh, LOOK_AGAIN_MS);
  };
  /** One look after the other: two at once would tell a network twice. */
  const refresh = () => {
    cancelTimer();
    work = work.then(look);
    return work;
  };

  return {
    share,
    /** Looks at the networks at once; resolves when they are told. */
    refresh,
    /** There are networks, and none of them could be told. */
    isBlocked: () => isBlocked,
    /** Says goodbye everywhere; closing twice is safe. */
    close() {
      isClosed = true;
      cancelTimer();
      work = work.then(async () => {
        await Promise.all([...told.keys()].map(withdraw));
      });
      return work;
    },
  };
}
export type Advertiser = ReturnType<typeof createAdvertiser>;
