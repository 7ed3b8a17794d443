/** The DTLS fingerprints of the two ends of one link (RFC 8122). */
export type Fingerprints = { readonly local: string; readonly remote: string };

/**
 * The one fingerprint a session description binds its side to, as `sha-256 AA:BB:…`.
 * `undefined` when there is none, more than one, or a weaker hash: then it is not clear which one
 * the browser enforces.
 */
export function fingerprintOf(sdp: string): string | undefined {
  const found = new Set(
    [...sdp.matchAll(/^a=fingerprint:(.*?)\s*$/gim)].map(([, value = '']) => value),
  );
  const [only] = found;
  if (found.size !== 1 || only === undefined) return undefined;
  const [, hash] = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i.exec(only) ?? [];
  return hash === undefined ? undefined : `sha-256 ${hash.toUpperCase()}`;
}
