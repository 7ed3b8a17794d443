import type { LocalNetwork, NearbyShare } from '../../preload/nearby.ts';
import { isInSubnet } from './local-networks.ts';
import {
  computerInHost,
  type FoundService,
  nameInInstance,
  RECORD_TTL_S,
} from './service-record.ts';

/** More shares than any office has at once; further ones are not shown. */
const MAX_SIGHTINGS = 128;
/** Of one computer, so that one alone cannot fill the list. */
const MAX_SIGHTINGS_OF_ADDRESS = 4;

/** Where to knock, the likeliest first. */
export type KnockPlace = { readonly address: string; readonly port: number };

type Sighting = {
  readonly found: FoundService;
  readonly network: LocalNetwork;
  expiresAtMs: number;
};

/** The shares seen on the local networks, by what was heard and how long ago. */
export function createFoundShares(now: () => number) {
  const sightings = new Map<string, Sighting>();
  const isFull = (address: string) => {
    const same = [...sightings.values()].filter(({ found }) => found.referer.address === address);
    return sightings.size >= MAX_SIGHTINGS || same.length >= MAX_SIGHTINGS_OF_ADDRESS;
  };

  return {
    /** Counts only a share that is where the packet came from, in a network of ours. */
    see(found: FoundService, networks: readonly LocalNetwork[]): void {
      const { address } = found.referer;
      const network = networks.find(({ subnet }) => isInSubnet(address, subnet));
      if (!network || !found.addresses.includes(address)) return;
      const key = `${found.fqdn} ${address}`;
      if (!sightings.has(key) && isFull(address)) return;
      const ttlMs = Math.min(found.ttl, RECORD_TTL_S) * 1_000;
      sightings.set(key, { found, network, expiresAtMs: now() + ttlMs });
    },
    /** Somebody said goodbye. */
    lose(fqdn: string): void {
      for (const [key, { found }] of sightings) if (found.fqdn === fqdn) sightings.delete(key);
    },
    /** Forgets what has not been heard of, and what was in networks that are gone. */
    expire(networks: readonly LocalNetwork[]): void {
      const names = new Set(networks.map(({ interfaceName }) => interfaceName));
      for (const [key, { expiresAtMs, network }] of sightings) {
        if (expiresAtMs <= now() || !names.has(network.interfaceName)) sightings.delete(key);
      }
    },
    /** One entry for each share, however many networks it is in; by name, so that it does not jump. */
    list(networks: readonly LocalNetwork[], ownId: string | undefined): NearbyShare[] {
      const shares = new Map<string, NearbyShare>();
      for (const { found, network } of sightings.values()) {
        const { id } = found.txt;
        if (id === ownId) continue;
        const { interfaceName, subnet } = network;
        const known = shares.get(id)?.networks ?? [];
        const isNew = known.every((one) => one.interfaceName !== interfaceName);
        const where = networks.length > 1 && isNew ? [{ interfaceName, subnet }] : [];
        shares.set(id, {
          id,
          name: nameInInstance(found.name),
          computer: computerInHost(found.host),
          networks: [...known, ...where],
        });
      }
      return [...shares.values()].sort(
        (a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
      );
    },
    placesOf(shareId: string, networks: readonly LocalNetwork[]): KnockPlace[] {
      const order = networks.map(({ interfaceName }) => interfaceName);
      const rankOf = ({ network }: Sighting) => order.indexOf(network.interfaceName);
      return [...sightings.values()]
        .filter(({ found }) => found.txt.id === shareId)
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map(({ found }) => ({ address: found.referer.address, port: found.port }));
    },
    clear: () => sightings.clear(),
  };
}
