/** How long each check may take and how much it may ask for, in milliseconds and pieces. */
export const DOCTOR = {
  addressMs: 4_000,
  serverMs: 5_000,
  socketMs: 6_000,
  roomMs: 5_000,
  networkMs: 4_000,
  /** Three retransmissions into it an answer over UDP has been there or will not come. */
  stunMs: 5_000,
  mappingMs: 2_500,
  /** A relay over TLS takes several round trips, and a firewall often swallows the first packet. */
  relayMs: 8_000,
  captureMs: 4_000,
  /** For what was told to end to hand over what it has. */
  graceMs: 500,
  stunServersAtMost: 6,
  relaysAtMost: 9,
} as const;
