import type { RoomCode } from '../../signaling/room-code.ts';
import { codeInFragment } from '../connection/join-input.ts';

/** How a person came to the page. */
export type Entry =
  | { readonly kind: 'start' }
  | { readonly kind: 'invite'; readonly code: RoomCode }
  | { readonly kind: 'broken-invite' };

export function entryOf(location: { readonly pathname: string; readonly hash: string }): Entry {
  if (location.pathname !== '/j') return { kind: 'start' };
  const code = codeInFragment(location.hash);
  return code ? { kind: 'invite', code } : { kind: 'broken-invite' };
}
