/** A STUN or TURN server taken apart (RFC 7064, RFC 7065). */
export type IceUrl = {
  readonly url: string;
  readonly kind: 'stun' | 'turn';
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly host: string;
  readonly port: number;
};

const PORT = 3478;
const TLS_PORT = 5349;

/** Takes a STUN or TURN address apart; undefined for what is none, or is TURN over DTLS. */
export function parseIceUrl(url: string): IceUrl | undefined {
  const found =
    /^(stun|turn)(s?):(\[[^\]]+\]|[^:?]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/.exec(url);
  if (found === null) return undefined;
  const [, kind, secure, host = '', port, named] = found;
  const isSecure = secure === 's';
  if (isSecure && named === 'udp') return undefined;
  return {
    url,
    kind: kind === 'stun' ? 'stun' : 'turn',
    transport: isSecure ? 'tls' : ((named as 'udp' | 'tcp' | undefined) ?? 'udp'),
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? (isSecure ? TLS_PORT : PORT) : Number(port),
  };
}
