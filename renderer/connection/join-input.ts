import { parseRoomCode, type RoomCode } from '../../signaling/room-code.ts';

/** What a person typed or pasted into "Code or link". */
export type JoinInput =
  | { readonly kind: 'code'; readonly code: RoomCode }
  /** `origin` is the http(s) origin of the server the link names. */
  | { readonly kind: 'link'; readonly code: RoomCode; readonly origin: string }
  | { readonly kind: 'invalid'; readonly problem: 'empty' | 'not-a-code' | 'not-our-link' };

/**
 * Understands a code in any spelling, or an invite link anywhere in the text, as when a whole
 * chat message was pasted. Never throws.
 */
export function parseJoinInput(text: string): JoinInput {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'invalid', problem: 'empty' };
  const address = /https?:\/\/[^\s<>"']+/i.exec(trimmed)?.[0];
  if (address !== undefined) return parseLink(address);
  const code = parseRoomCode(trimmed);
  return code ? { kind: 'code', code } : { kind: 'invalid', problem: 'not-a-code' };
}

/** Reads the code out of a location's fragment, as in `#XXXXX-XXXXX`. */
export function codeInFragment(fragment: string): RoomCode | undefined {
  return parseRoomCode(fragment.replace(/^#/, ''));
}

function parseLink(address: string): JoinInput {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const code = url ? codeInFragment(url.hash) : undefined;
  if (!url || !code || url.pathname !== '/j') return { kind: 'invalid', problem: 'not-our-link' };
  return { kind: 'link', code, origin: url.origin };
}
