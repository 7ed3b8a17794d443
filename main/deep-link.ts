import type { LinkProblem, OpenedLink } from '../preload/contract.ts';
import { parseRoomCode } from '../signaling/room-code.ts';

/** The scheme of links that open the app; rule P80 of docs/protocol.md. */
export const LINK_SCHEME = 'sightline';

/** A code, and an origin of at most 253 characters with its scheme and port, percent-encoded. */
const MOST_CHARACTERS = 1_024;

const refused = (problem: LinkProblem): OpenedLink => ({ status: 'refused', problem });

/**
 * Reads `sightline://join/CODE?server=ORIGIN`, and nothing else. Anybody can make such a link, so
 * all it yields is a code and an origin to show to the person. Never throws.
 */
export function parseDeepLink(text: string): OpenedLink {
  if (text.length > MOST_CHARACTERS) return refused('unreadable');
  // The URL standard would take blanks and line breaks out without a word.
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return refused('unreadable');
  const url = new URL(text);
  if (url.protocol !== `${LINK_SCHEME}:`) return refused('unreadable');
  if (url.username || url.password || url.port || url.hash) return refused('unreadable');
  if (url.host.toLowerCase() !== 'join') return refused('unknown-action');
  const code = parseRoomCode(/^\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? '');
  if (!code) return refused('no-code');
  const [only, ...others] = [...url.searchParams];
  if (only?.[0] !== 'server' || others.length > 0) return refused('no-server');
  const origin = originOf(only[1]);
  return origin === undefined ? refused('no-server') : { status: 'invite', code, origin };
}

/** Only what is an origin and nothing more: no path, no name and password, no other spelling. */
function originOf(server: string): string | undefined {
  if (!URL.canParse(server)) return undefined;
  const { protocol, origin } = new URL(server);
  return /^https?:$/.test(protocol) && origin === server ? origin : undefined;
}

/** The link among a program's arguments, which Chromium reorders and adds to. */
export function findDeepLink(programArguments: readonly string[]): string | undefined {
  return programArguments.findLast((argument) => /^sightline:/i.test(argument));
}
