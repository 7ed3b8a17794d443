/**
 * How a router changes addresses on the way out. `cone`: the source port is kept towards everybody,
 * so that an address learnt by STUN is good for a peer too. `symmetric`: every destination sees
 * another port (RFC 4787 calls them endpoint-independent and address-and-port-dependent mapping).
 * Both let in only answers from where something was sent to. `none` only routes.
 */
export type NatMode = 'cone' | 'symmetric' | 'none';

/** What a router lets pass at all, outwards; answers to it may come back. */
export type FirewallMode = 'open' | 'no-udp' | 'only-443' | 'offline';

const MASQUERADE: Readonly<Record<NatMode, string>> = {
  cone: 'oifname "wan" masquerade',
  symmetric: 'oifname "wan" masquerade random,fully-random',
  none: '',
};

const BLOCKED: Readonly<Record<FirewallMode, string>> = {
  open: '',
  'no-udp': 'meta l4proto udp drop',
  'only-443': 'meta l4proto udp drop\n    tcp dport != 443 ct state new drop',
  offline: 'drop',
};

/** nftables rules of a router between `lan` and `wan`; loading them replaces those before. */
export const routerRules = (nat: NatMode, firewall: FirewallMode): string => `
table inet router {}
delete table inet router
table inet router {
  chain leaving {
    type nat hook postrouting priority srcnat;
    ${MASQUERADE[nat]}
  }
  chain passing {
    type filter hook forward priority filter; policy drop;
    ${BLOCKED[firewall]}
    ct state established,related accept
    iifname "lan" accept
    meta l4proto ipv6-icmp accept
  }
  # What comes unasked to the router itself must be dropped: an accepted packet would take its tuple,
  # and the machine's own packet would leave by another port.
  chain arriving {
    type filter hook input priority filter; policy drop;
    iifname { "lan", "lo" } accept
    ct state established,related accept
    meta l4proto { icmp, ipv6-icmp } accept
  }
}
`;

/**
 * Loses a share of everything that passes, both ways, without a word.
 * @param percent 0 to 100; 100 is a cable pulled out somewhere on the way
 */
export const lossRules = (percent: number): string => `
table inet loss {}
delete table inet loss
table inet loss {
  chain passing {
    type filter hook forward priority -200;
    ${lossRule(percent)}
  }
}
`;

function lossRule(percent: number): string {
  if (percent <= 0) return '';
  // nftables refuses a comparison that is always true.
  return percent >= 100 ? 'drop' : `numgen random mod 10000 < ${Math.round(percent * 100)} drop`;
}

/** Drops everything of these TCP connections, by their local port: no FIN, no RST, no answer. */
export const halfOpenRules = (ports: readonly number[]): string => `
table inet half_open {}
delete table inet half_open
table inet half_open {
  chain passing {
    type filter hook forward priority -200;
    ${ports.map((port) => `iifname "lan" tcp sport ${port} drop`).join('\n    ')}
    ${ports.map((port) => `iifname "wan" tcp dport ${port} drop`).join('\n    ')}
  }
}
`;
