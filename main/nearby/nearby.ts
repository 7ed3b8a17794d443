import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import type { Requests } from '../../preload/contract.ts';
import { listLocalNetworks } from './local-networks.ts';
import { openMdns } from './mdns.ts';
import type { NearbyDeps } from './nearby-deps.ts';
import { createOwnShare } from './own-share.ts';
import { sendKnock } from './send-knock.ts';
import { createWatcher } from './watcher.ts';

type NearbyChannel = Extract<keyof Requests, `nearby:${string}`>;
type NearbyHandlers = { readonly [Channel in NearbyChannel]: Requests[Channel] };

const randomHex = (byteCount: number) => randomBytes(byteCount).toString('hex');
const now = () => performance.now();
const setTimer = (callback: () => void, delayMs: number) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

/** What the local network sees of this app, and this app of it. */
export function createNearby(deps: NearbyDeps) {
  const share = createOwnShare({ ...deps, now, setTimer, randomHex });
  /** Where the service is kept to this computer, the app looks no further either. */
  const isKeptHere = () => {
    const hosts = deps.origins().map((origin) => new URL(origin).hostname);
    return hosts.length > 0 && hosts.every((host) => host.startsWith('127.') || host === '[::1]');
  };
  const watcher = createWatcher({
    listNetworks: () => (isKeptHere() ? [] : listLocalNetworks(networkInterfaces())),
    ...{ openMdns, now, setTimer },
    ownShareId: share.id,
    onChange: (listing) => deps.emit('nearby:changed', listing),
  });
  let knocking: AbortController | undefined;
  let isWatchWanted = false;

  const handlers: NearbyHandlers = {
    async 'nearby:watch'() {
      isWatchWanted = true;
      await deps.whenListening;
      return isWatchWanted ? watcher.start() : { status: 'looking', shares: [] };
    },
    async 'nearby:unwatch'() {
      isWatchWanted = false;
      await watcher.stop();
    },
    async 'nearby:knock'(knock) {
      knocking?.abort();
      knocking = new AbortController();
      return sendKnock(knock, watcher.placesOf(knock.shareId), knocking.signal);
    },
    'nearby:cancel': async () => knocking?.abort(),
    'nearby:open': share.open,
    'nearby:close': share.close,
    'nearby:answer': async (knockId, answer) => share.answer(knockId, answer),
  };

  return {
    handlers,
    answerRequest: share.answerRequest,
    refresh: share.refresh,
    /** The page is gone, or starts over: nothing of it is shared, watched or knocked for. */
    async close(): Promise<void> {
      isWatchWanted = false;
      knocking?.abort();
      await Promise.all([watcher.stop(), share.close()]);
    },
  };
}
export type Nearby = ReturnType<typeof createNearby>;
