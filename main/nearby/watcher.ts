import { isDeepStrictEqual } from 'node:util';
import type { LocalNetwork, NearbyListing } from '../../preload/nearby.ts';
import { createFoundShares, type KnockPlace } from './found-shares.ts';
import type { Mdns, OpenMdns } from './mdns.ts';
import { parseFound, SERVICE_TYPE } from './service-record.ts';

/** When to ask again: often at first, because packets get lost, then as rarely as does no harm. */
const ROUNDS_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** What a browser has seen is not told again, so each round has one of its own; older ones go. */
const BROWSERS_KEPT = 3;

export type WatcherDeps = {
  readonly listNetworks: () => readonly LocalNetwork[];
  readonly openMdns: OpenMdns;
  readonly now: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** The id of the share that runs here. */
  readonly ownShareId: () => string | undefined;
  readonly onChange: (listing: NearbyListing) => void;
};

type Ear = { readonly mdns: Mdns; readonly browsers: { stop(): void }[] };

/** Looks for shares on every local network between `start` and `stop`. */
export function createWatcher(deps: WatcherDeps) {
  const { listNetworks, now } = deps;
  const found = createFoundShares(now);
  const ears = new Map<string, Ear>();
  let isWatching = false;
  let listing: NearbyListing = { status: 'looking', shares: [] };
  let cancelTimer: () => void = () => {};
  let work: Promise<void> = Promise.resolve();
  let round = 0;

  const tell = (networks: readonly LocalNetwork[], isSilent = false) => {
    found.expire(networks);
    const next = listingOf(networks);
    if (isDeepStrictEqual(next, listing)) return;
    listing = next;
    if (isWatching && !isSilent) deps.onChange(listing);
  };
  const listingOf = (networks: readonly LocalNetwork[]): NearbyListing => {
    if (networks.length === 0) return { status: 'unavailable', reason: 'no-network' };
    if (ears.size === 0) return { status: 'unavailable', reason: 'blocked' };
    return { status: 'looking', shares: found.list(networks, deps.ownShareId()) };
  };

  const ask = ({ mdns, browsers }: Ear) => {
    const see = (service: unknown) => {
      const share = parseFound(service);
      if (!share || !isWatching) return;
      const networks = listNetworks();
      found.see(share, networks);
      tell(networks);
    };
    const browser = mdns.bonjour.find({ type: SERVICE_TYPE }, see);
    browser.on('txt-update', see);
    browser.on('srv-update', see);
    browser.on('down', ({ fqdn }) => {
      found.lose(fqdn);
      tell(listNetworks());
    });
    browsers.push(browser);
    if (browsers.length > BROWSERS_KEPT) browsers.shift()?.stop();
  };
  const closeEar = async (address: string) => {
    const ear = ears.get(address);
    ears.delete(address);
    for (const browser of ear?.browsers ?? []) browser.stop();
    await ear?.mdns.close();
  };
  const look = async () => {
    if (!isWatching) return;
    const networks = listNetworks();
    const addresses = networks.map(({ address }) => address);
    for (const address of ears.keys()) if (!addresses.includes(address)) await closeEar(address);
    for (const address of addresses) {
      if (ears.has(address) || !isWatching) continue;
      const mdns = await deps.openMdns(address).catch(() => undefined);
      if (mdns) ears.set(address, { mdns, browsers: [] });
    }
    if (!isWatching) return;
    for (const ear of ears.values()) ask(ear);
    tell(networks, round === 0);
    const delayMs = ROUNDS_MS[Math.min(round, ROUNDS_MS.length - 1)] ?? 0;
    round += 1;
    cancelTimer = deps.setTimer(() => void enqueue(look), delayMs);
  };
  const enqueue = (step: () => Promise<void>) => {
    work = work.then(step);
    return work;
  };

  return {
    /** Resolves with what is known so far; starting twice is safe. */
    async start(): Promise<NearbyListing> {
      if (!isWatching) {
        isWatching = true;
        round = 0;
        // Whoever left meanwhile was not heard.
        found.clear();
        await enqueue(look);
      }
      return listing;
    },
    /** Stopping twice is safe. What was found can still be knocked at. */
    stop(): Promise<void> {
      isWatching = false;
      cancelTimer();
      return enqueue(async () => {
        if (isWatching) return;
        await Promise.all([...ears.keys()].map(closeEar));
      });
    },
    placesOf: (shareId: string): KnockPlace[] => found.placesOf(shareId, listNetworks()),
  };
}
