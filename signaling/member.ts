import { timingSafeEqual } from 'node:crypto';
import { createEarlyBudget, type EarlyBudget } from './early-budget.ts';
import type { ServerMessage } from './protocol.ts';

const RESUME_TOKEN_BYTES = 16;

/** The way to one socket; all a member needs of it. */
export type Line = {
  /** A message, or the frame that holds one. */
  send(message: ServerMessage | Buffer): void;
  close(code: number): void;
};

/** Who speaks on a socket before it is a member. */
export type Newcomer = {
  readonly line: Line;
  /** What this socket was challenged with. */
  readonly nonce: string;
  /** The address it comes from, or the /64 of it: what limits count by. */
  readonly network: string;
};

/** Where a member is: reachable, expected back, or no longer a member. */
type Presence =
  | { name: 'here'; line: Line }
  | { name: 'away'; cancelWindow: () => void }
  | { name: 'gone' };

/**
 * What proves a returning member. After a rotation the previous token stays good until the member
 * has spoken: the answer that carried the new one may have been lost with its socket.
 */
export type Tokens =
  | { name: 'settled'; current: string }
  | { name: 'rotated'; current: string; previous: string };

type Seat = { readonly peerId: string; tokens: Tokens; presence: Presence };
export type Presenter = Seat & { readonly role: 'presenter' };
export type Viewer = Seat & {
  readonly role: 'viewer';
  readonly greeting: string;
  /** From where it was last heard: what a block is about. */
  network: string;
  standing: 'waiting' | 'approved';
  /** What may pass between it and the presenter for as long as it waits. */
  readonly early: EarlyBudget;
};
/** One participant as the server sees it. */
export type Member = Presenter | Viewer;

type RandomHex = (byteCount: number) => string;

/** A presenter who has just arrived over this line. */
export function createPresenter(peerId: string, line: Line, randomHex: RandomHex): Presenter {
  return { role: 'presenter', ...createSeat(peerId, line, randomHex) };
}

/** A viewer who has just arrived over this line and waits for approval. */
export function createViewer(
  asked: { peerId: string; greeting: string },
  { line, network }: Newcomer,
  randomHex: RandomHex,
): Viewer {
  const { peerId, greeting } = asked;
  const seat = createSeat(peerId, line, randomHex);
  const early = createEarlyBudget();
  return { role: 'viewer', standing: 'waiting', early, greeting, network, ...seat };
}

function createSeat(peerId: string, line: Line, randomHex: RandomHex): Seat {
  const tokens: Tokens = { name: 'settled', current: randomHex(RESUME_TOKEN_BYTES) };
  return { peerId, tokens, presence: { name: 'here', line } };
}

/** Sends to a member; one that is not here misses it (senders repeat what matters). */
export function tell(member: Member, message: ServerMessage | Buffer): void {
  if (member.presence.name === 'here') member.presence.line.send(message);
}

/** Takes a member's place away for good. Doing it twice is safe. */
export function part(member: Member): void {
  const { presence } = member;
  member.presence = { name: 'gone' };
  if (presence.name === 'here') presence.line.close(1000);
  if (presence.name === 'away') presence.cancelWindow();
}

/** Gives the member a new resume token; the one before stays good until `settleTokens`. */
export function rotateTokens(member: Member, usedToken: string, randomHex: RandomHex): void {
  const current = randomHex(RESUME_TOKEN_BYTES);
  member.tokens = { name: 'rotated', current, previous: usedToken };
}

/** Gives the member a new resume token, the only one from now on. */
export function renewToken(member: Member, randomHex: RandomHex): void {
  member.tokens = { name: 'settled', current: randomHex(RESUME_TOKEN_BYTES) };
}

/** The member has spoken since the rotation, so it holds the current token. */
export function settleTokens(member: Member): void {
  if (member.tokens.name === 'rotated') {
    member.tokens = { name: 'settled', current: member.tokens.current };
  }
}

/** Whether a token belongs to the holder of these, found in constant time. */
export function matchesTokens(tokens: Tokens, token: string): boolean {
  const isCurrent = isSame(tokens.current, token);
  const isPrevious = tokens.name === 'rotated' && isSame(tokens.previous, token);
  return isCurrent || isPrevious;
}

function isSame(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
