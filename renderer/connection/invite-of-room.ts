import type { RoomCode } from '../../signaling/room-code.ts';
import { originOfSocketUrl } from '../bridge/socket-url.ts';
import type { Invite } from './presenter-state.ts';

/** Whether an origin leads to this very machine, whoever opens it. */
export const isLoopback = (origin: string): boolean => {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
};

/**
 * The invite for a room: its link names the server as other people reach it.
 * @param socketUrl how we ourselves reach the server
 * @param origins where the server says others reach it, best first
 */
export function inviteOfRoom(
  code: RoomCode,
  socketUrl: string,
  origins: readonly string[],
): Invite {
  const own = originOfSocketUrl(socketUrl);
  const told = origins.find((origin) => URL.canParse(origin));
  // An address that works for us alone is of no use to a colleague.
  const origin = isLoopback(own) && told ? new URL(told).origin : own;
  return inviteAt({ code }, origin);
}

/** The same invite by another address of the server. */
export function inviteAt({ code }: Pick<Invite, 'code'>, origin: string): Invite {
  return { code, link: `${origin}/j#${code}`, isReachable: !isLoopback(origin) };
}
