import type { RoomCode } from '../../signaling/room-code.ts';

/** What lets somebody who was allowed without having the code come in, once. */
export type GuestPass = {
  /** Whom the presenter allowed, as the claim of S5 names it. */
  readonly peerId: string;
  readonly pass: string;
  /** The presenter's public key, so that no other one is met. */
  readonly presenterKey: string;
};

/** All that somebody who was allowed needs to come in. */
export type GuestInvite = {
  readonly code: RoomCode;
  /** WebSocket URL of the signaling service, as the presenter reaches it. */
  readonly socketUrl: string;
  readonly guest: GuestPass;
};

/** Somebody who wants to watch and has no code (docs/security.md, S7). */
export type Knock = {
  /** Like a peer id: 32 hex digits nobody else has. */
  readonly id: string;
  readonly name: string;
  /** Where the knock comes from, on this network. */
  readonly address: string;
  allow(invite: GuestInvite): void;
  /** `full`: all places are taken. May be called after `allow`, to block. */
  refuse(how: 'deny' | 'block' | 'full'): void;
};
