import { isIPv4, isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;
const GROUPS = 8;
/** An IPv6 network gives each of its computers any number of addresses below this prefix. */
const NETWORK_GROUPS = 4;

/** One spelling for every way to write an address; `undefined` for anything else. */
export function normalizeAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (!isIPv6(text)) return undefined;
  const [bare = ''] = text.split('%');
  const address = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = MAPPED_IPV4.exec(address);
  if (mapped === null) return address;
  const [high = 0, low = 0] = mapped.slice(1).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** What limits count by: an IPv4 address as it is, an IPv6 address by its /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [start = '', end] = address.split('::');
  const groups = start === '' ? [] : start.split(':');
  if (end !== undefined) {
    const endGroups = end === '' ? [] : end.split(':');
    while (groups.length + endGroups.length < GROUPS) groups.push('0');
    groups.push(...endGroups);
  }
  return groups.slice(0, NETWORK_GROUPS).join(':');
}
