import { formatRoomCode, type RoomCode } from '../../signaling/room-code.ts';
import { socketUrlOf } from '../bridge/socket-url.ts';
import type { JoinInput } from '../connection/join-input.ts';

/** Where a well-formed code or link leads. */
export type JoinRoute =
  /** `socketUrl` is null where the bridge knows the service. */
  | { readonly kind: 'join'; readonly code: RoomCode; readonly socketUrl: string | null }
  | { readonly kind: 'open-page'; readonly url: string };

/**
 * A browser page may speak only to the server it came from, so a link to another one is opened
 * there; the app joins it directly.
 */
export function joinRouteOf(
  input: Exclude<JoinInput, { kind: 'invalid' }>,
  here: { readonly kind: 'desktop' | 'browser'; readonly origin: string },
): JoinRoute {
  const { code } = input;
  if (input.kind === 'code') return { kind: 'join', code, socketUrl: null };
  if (here.kind === 'browser' && input.origin !== here.origin) {
    return { kind: 'open-page', url: `${input.origin}/j#${formatRoomCode(code)}` };
  }
  return { kind: 'join', code, socketUrl: socketUrlOf(input.origin) };
}
