/**
 * Addresses of the lab, from ranges set aside for documentation and for private networks (RFC 5737,
 * RFC 3849, RFC 1918). IPv6 has no NAT, so its local networks are routed.
 */
export type AddressPlan = {
  readonly family: 4 | 6;
  /** Where the signaling service and the web app are. */
  readonly service: string;
  /** Where STUN and TURN are: an address of its own, so that both can be on port 443. */
  readonly relay: string;
  /** Prefix length of the public network and of every local one. */
  readonly publicPrefix: number;
  readonly localPrefix: number;
  /** The public address of local network `network`, and others it can change to. */
  publicOf(network: number, variant?: number): string;
  /** Address `machine` of local network `network`; 1 is its router. */
  localOf(network: number, machine: number): string;
  readonly everywhere: string;
};

export const IPV4: AddressPlan = {
  family: 4,
  service: '203.0.113.10',
  relay: '203.0.113.11',
  publicPrefix: 24,
  localPrefix: 24,
  publicOf: (network, variant = 0) => `203.0.113.${20 + 10 * variant + network}`,
  localOf: (network, machine) => `10.0.${network}.${machine}`,
  everywhere: '0.0.0.0/0',
};

export const IPV6: AddressPlan = {
  family: 6,
  service: '2001:db8:ffff::10',
  relay: '2001:db8:ffff::11',
  publicPrefix: 64,
  localPrefix: 64,
  publicOf: (network, variant = 0) => `2001:db8:ffff::${20 + 10 * variant + network}`,
  localOf: (network, machine) => `2001:db8:${network}::${machine}`,
  everywhere: '::/0',
};

/** An address as it stands in a URL. */
export const inUrl = (address: string): string =>
  address.includes(':') ? `[${address}]` : address;
