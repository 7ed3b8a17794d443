import { BlockList } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { LocalNetwork } from '../../preload/nearby.ts';
import { isVirtualInterface, rank } from '../../signaling/lan-origins.ts';

/** Interfaces by name, as `os.networkInterfaces()` lists them. */
export type Interfaces = { readonly [name: string]: readonly NetworkInterfaceInfo[] | undefined };

const MAX_NETWORKS = 8;
/** A network with no place for anybody else. */
const POINT_TO_POINT_PREFIX = 31;

/**
 * The networks where colleagues can be: no loopback, no tunnel, none of machines inside this one.
 * IPv4 only, link-local included, as between two computers with one cable. An IPv6 link-local
 * address cannot stand in the URL a page opens, and the other IPv6 networks have IPv4 beside them.
 */
export function listLocalNetworks(interfaces: Interfaces): LocalNetwork[] {
  const found = Object.entries(interfaces).flatMap(([interfaceName, addresses = []]) => {
    if (isVirtualInterface(interfaceName)) return [];
    const first = addresses.find(isUsable);
    if (!first) return [];
    const { address } = first;
    return [{ interfaceName, address, subnet: subnetOf(address, prefixOf(first)) }];
  });
  found.sort((a, b) => rank(a.interfaceName, a.address) - rank(b.interfaceName, b.address));
  return found.slice(0, MAX_NETWORKS);
}

/** Tells whether an IPv4 address lies in a network given in CIDR notation. */
export function isInSubnet(address: string, subnet: string): boolean {
  const [base = '', prefix] = subnet.split('/');
  const list = new BlockList();
  list.addSubnet(base, Number(prefix), 'ipv4');
  return list.check(address, 'ipv4');
}

function isUsable(info: NetworkInterfaceInfo): boolean {
  return info.family === 'IPv4' && !info.internal && prefixOf(info) < POINT_TO_POINT_PREFIX;
}

function prefixOf({ cidr }: NetworkInterfaceInfo): number {
  return Number(cidr?.split('/')[1] ?? 32);
}

function subnetOf(address: string, prefix: number): string {
  let left = prefix;
  const bytes = address.split('.').map((part) => {
    const bits = Math.max(0, Math.min(8, left));
    left -= bits;
    return Number(part) & (256 - 2 ** (8 - bits));
  });
  return `${bytes.join('.')}/${prefix}`;
}
