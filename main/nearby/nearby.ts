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
  const watcher = createWatcher({
    listNetworks: () => listLocalNetworks(networkInterfaces()),
    ...{ openMdns, now, setTimer },
    ownShareId: share.id,
    onChange: (listing) => deps.emit('nearby:changed', listing),
  });
  let knocking: AbortController | undefined;

  const handlers: NearbyHandlers = {
    'nearby:watch': watcher.start,
    'nearby:unwatch': watcher.stop,
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
      knocking?.abort();
      await Promise.all([watcher.stop(), share.close()]);
    },
  };
}
export type Nearby = ReturnType<typeof createNearby>;
