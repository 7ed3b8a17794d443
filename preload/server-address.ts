const MAX_LENGTH = 512;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** A host with nothing in front of it, as people say it aloud. */
const BARE_HOST = /^[^\s/?#@]+(?:[/?#]|$)/;
/** Where a certificate is not to be expected: this computer and its own network. */
const LOCAL_HOST =
  /^(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]|.+\.local)$/i;

/**
 * The http(s) origin of a server, from whatever a person has of it: an http(s) or ws(s) address, an
 * invite link, or just its name. `undefined` for what is no address. Never throws.
 */
export function readServerAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return BARE_HOST.test(text) ? originOfBareHost(text) : undefined;
  const web = { http: 'http', https: 'https', ws: 'http', wss: 'https' }[scheme];
  return web === undefined ? undefined : originOf(`${web}${text.slice(scheme.length)}`);
}

function originOfBareHost(text: string): string | undefined {
  const secure = originOf(`https://${text}`);
  if (secure === undefined || !LOCAL_HOST.test(new URL(secure).hostname)) return secure;
  return originOf(`http://${text}`);
}

function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin, username, password } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // Whoever wrote a name and a password in front of the host expects them to be used.
  const isPlain = username === '' && password === '';
  // What cannot be a host on any network, like `..` or `a,b`.
  const isHost =
    /^(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*)$/i;
  return isWeb && isPlain && isHost.test(hostname) ? origin : undefined;
}
