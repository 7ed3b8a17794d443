import { BlockList, isIPv6 } from 'node:net';
import { networkOf, normalizeAddress } from './network-address.ts';

type Request = {
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** Tells from where a request comes, past the proxies its owner trusts. */
export type RemoteNetwork = {
  /** Address, or /64 of an IPv6 address, of whoever sent the request. */
  of(request: Request): string;
  isTrustedProxy(address: string | undefined): boolean;
  /** Whether the request came over TLS as far as a trusted proxy says. */
  isSecure(request: Request): boolean;
};

/**
 * Reads proxy headers only where the socket itself ends at a trusted proxy: anyone can send them.
 * @param trustedProxies addresses, or networks such as `10.0.0.0/8`
 * @param onIgnored called once, when a header comes from elsewhere
 */
export function createRemoteNetwork(
  trustedProxies: readonly string[],
  onIgnored: () => void = () => {},
): RemoteNetwork {
  let hasIgnored = false;
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', prefix] = proxy.split('/');
    if (prefix === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(prefix), familyOf(address));
  }
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));

  /** The nearest address in the header that is not one of our own proxies. */
  const readForwarded = (header: string | string[] | undefined): string | undefined => {
    const hops = header === undefined ? [] : String(header).split(',');
    let farthest: string | undefined;
    while (hops.length > 0) {
      farthest = normalizeAddress(hops.pop()?.trim() ?? '');
      if (farthest === undefined || !isTrusted(farthest)) return farthest;
    }
    return farthest;
  };
  const isTrustedProxy = (address: string | undefined) => {
    const own = normalizeAddress(address ?? '');
    return own !== undefined && isTrusted(own);
  };

  return {
    isTrustedProxy,
    of({ headers, socket }) {
      const own = normalizeAddress(socket.remoteAddress ?? '') ?? 'unknown';
      const forwarded = headers['x-forwarded-for'];
      if (isTrustedProxy(own)) return networkOf(readForwarded(forwarded) ?? own);
      if (forwarded !== undefined && !hasIgnored) {
        hasIgnored = true;
        onIgnored();
      }
      return networkOf(own);
    },
    isSecure({ headers, socket }) {
      return isTrustedProxy(socket.remoteAddress) && headers['x-forwarded-proto'] === 'https';
    },
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
