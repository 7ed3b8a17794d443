/** A local network this computer is in, by one of its interfaces. */
export type LocalNetwork = {
  /** As the system calls it, such as `eth0` or `Wi-Fi`. */
  readonly interfaceName: string;
  /** This computer's IPv4 address there. */
  readonly address: string;
  /** The network in CIDR notation, such as `192.168.1.0/24`. */
  readonly subnet: string;
};

/** Somebody on a local network who shares right now. Texts are a stranger's, and not cleaned yet. */
export type NearbyShare = {
  /** 32 hex digits, random for every share. */
  readonly id: string;
  readonly name: string;
  readonly computer: string;
  /** Where it was found; empty where this computer is in one network only. */
  readonly networks: readonly Pick<LocalNetwork, 'interfaceName' | 'subnet'>[];
};

/** What can be seen of others on the local network right now. */
export type NearbyListing =
  | { readonly status: 'looking'; readonly shares: readonly NearbyShare[] }
  /** `no-network`: there is no local network; `blocked`: the system lets nobody look around. */
  | { readonly status: 'unavailable'; readonly reason: 'no-network' | 'blocked' };

/** What a person who wants to watch sends. */
export type OwnKnock = {
  readonly shareId: string;
  readonly displayName: string;
  /** X25519 public key in hex, made for this knock alone. */
  readonly publicKey: string;
};

/** How a knock ended (docs/protocol.md, P86). */
export type KnockOutcome =
  /** The presenter's invite, sealed to the knock's key. */
  { readonly status: 'allowed'; readonly sealed: string } | { readonly status: KnockFailure };

export type KnockFailure =
  | 'denied'
  /** All places are taken. */
  | 'full'
  /** The share is over, or its computer has gone. */
  | 'gone'
  | 'timed-out'
  /** Its computer was seen, and lets nobody in: mostly a firewall. */
  | 'unreachable'
  /** Too many knocks, from here or altogether. */
  | 'busy'
  /** The other Sightline speaks another version. */
  | 'version'
  | 'failed'
  | 'cancelled';

/** A share that others on the local network may see. */
export type NearbyOffer = {
  /** The presenter's name; empty until told. */
  readonly name: string;
  /** Whether newcomers may ask at all; nobody is told of the share while they may not. */
  readonly isOpen: boolean;
  /** The one network it is offered in; `null` for all. */
  readonly interfaceName: string | null;
};

/** How the presenter's own share stands on the local network. */
export type NearbyStanding = {
  readonly visibility: 'visible' | 'hidden' | 'blocked' | 'no-network';
  /** The name others see. */
  readonly name: string;
  /** The networks others can reach this computer by, the likeliest first. */
  readonly networks: readonly LocalNetwork[];
  /** TCP port of the service inside the app; 0 where it does not run. */
  readonly port: number;
  /** What a firewall has to let in. */
  readonly program: string;
};

/** Somebody on the local network who wants to watch. The name is a stranger's, and not cleaned. */
export type ReceivedKnock = {
  /** 32 hex digits. */
  readonly knockId: string;
  readonly shareId: string;
  readonly displayName: string;
  readonly publicKey: string;
  /** Where the knock comes from. */
  readonly address: string;
  /** Origin of the service inside the app as the knocker reaches it. */
  readonly origin: string;
};

/** What the presenter answers; `block` lets nobody from that address knock again in this share. */
export type KnockAnswer =
  | { readonly kind: 'allow'; readonly sealed: string }
  | { readonly kind: 'deny' | 'block' | 'full' };
