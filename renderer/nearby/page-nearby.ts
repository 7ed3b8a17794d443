import type { NearbyBridge } from '../bridge/nearby-bridge.ts';
import { createNearbyFinder, type FinderDeps, type NearbyFinder } from './nearby-finder.ts';
import { createNearbyHost, type HostDeps, type NearbyHost } from './nearby-host.ts';

/** The local network as the page's screens see it. */
export type PageNearby = { readonly finder: NearbyFinder; readonly host: NearbyHost };

/** `undefined` in a browser, which cannot look around. */
export function createPageNearby(
  bridge: NearbyBridge | undefined,
  deps: Omit<FinderDeps & HostDeps, 'bridge'>,
): PageNearby | undefined {
  if (!bridge) return undefined;
  return {
    finder: createNearbyFinder({ ...deps, bridge }),
    host: createNearbyHost({ ...deps, bridge }),
  };
}
