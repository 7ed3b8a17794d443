/** What is wrong with the address of a STUN or TURN server. */
export type IceUrlProblem =
  | 'empty'
  | 'no-scheme'
  | 'unknown-scheme'
  | 'slashes'
  | 'bad-host'
  | 'bad-port'
  | 'bad-transport';

export type IceUrl =
  | { readonly kind: 'stun' | 'turn'; readonly url: string }
  | { readonly kind: 'invalid'; readonly problem: IceUrlProblem };

const MAX_LENGTH = 512;
// RFC 7064 section 3.1 and RFC 7065 section 3.1, with the parts still to be looked at.
const PARTS = /^([a-z]+):(\[[^\]]*\]|[^:?[\]]*)(?::([^?]*))?(?:\?(.*))?$/i;
const NAME = /^[a-z0-9_~]([a-z0-9_~-]*[a-z0-9_~])?(\.[a-z0-9_~]([a-z0-9_~-]*[a-z0-9_~])?)*\.?$/i;

/**
 * Reads the address of a STUN or TURN server strictly: the browser throws away the whole connection
 * for a single one that it does not understand. `stuns:` is left out because browsers speak plain
 * STUN under it.
 */
export function readIceUrl(typed: string): IceUrl {
  const url = typed.trim();
  const invalid = (problem: IceUrlProblem) => ({ kind: 'invalid', problem }) as const;
  if (url === '') return invalid('empty');
  if (url.length > MAX_LENGTH) return invalid('bad-host');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const isKnown = scheme === 'stun' || scheme === 'turn' || scheme === 'turns';
  if (scheme === undefined) return invalid('no-scheme');
  // `relay.example:3478` reads like a scheme of that name.
  if (!isKnown) return invalid(/[.]|^localhost$/.test(scheme) ? 'no-scheme' : 'unknown-scheme');
  if (/^[a-z]+:\/\//i.test(url)) return invalid('slashes');

  const [, , host = '', port, query] = PARTS.exec(url) ?? [];
  if (!isHost(host)) return invalid('bad-host');
  if (port !== undefined && !isPort(port)) return invalid('bad-port');
  const mayHaveTransport = scheme !== 'stun';
  const isTransport = query === undefined || (mayHaveTransport && isTransportQuery(query));
  if (!isTransport) return invalid('bad-transport');
  return { kind: scheme === 'stun' ? 'stun' : 'turn', url };
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return URL.canParse(`http://${host}/`);
  // Four numbers must be an address, and the URL standard knows which are.
  return NAME.test(host) && URL.canParse(`http://${host}/`);
}

const isPort = (port: string): boolean =>
  /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535;

const isTransportQuery = (query: string): boolean => /^transport=(udp|tcp)$/i.test(query);
