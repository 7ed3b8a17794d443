import { type IceUrlProblem, readIceUrl } from '../../../preload/ice-url.ts';
import type { OwnIceServer } from '../../../preload/settings.ts';

export type ServerField = keyof OwnIceServer;
export type ServerDraftProblem =
  | { readonly field: 'url'; readonly problem: IceUrlProblem | 'already-there' }
  | { readonly field: 'username' | 'credential'; readonly problem: 'missing' };

export type ReadDraft =
  | { readonly kind: 'server'; readonly server: OwnIceServer }
  | { readonly kind: 'problem'; readonly problem: ServerDraftProblem };

/** Whether an address being typed is that of a relay, which asks for a name and a password. */
export const isRelayUrl = (url: string): boolean => /^\s*turns?:/i.test(url);

/**
 * The server a person has described, or the first thing that is wrong with it.
 * @param others the servers that are there already
 */
export function readServerDraft(draft: OwnIceServer, others: readonly OwnIceServer[]): ReadDraft {
  const read = readIceUrl(draft.url);
  const wrong = (problem: ServerDraftProblem) => ({ kind: 'problem', problem }) as const;
  if (read.kind === 'invalid') return wrong({ field: 'url', problem: read.problem });
  if (others.some(({ url }) => url.toLowerCase() === read.url.toLowerCase())) {
    return wrong({ field: 'url', problem: 'already-there' });
  }
  const { url } = read;
  if (read.kind === 'stun')
    return { kind: 'server', server: { url, username: '', credential: '' } };
  const username = draft.username.trim();
  const { credential } = draft;
  if (username === '') return wrong({ field: 'username', problem: 'missing' });
  if (credential === '') return wrong({ field: 'credential', problem: 'missing' });
  return { kind: 'server', server: { url, username, credential } };
}
