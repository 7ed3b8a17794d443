import { isIP } from 'node:net';

/** The deployment that is looked at. */
export type Site = {
  readonly origin: string;
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** What the host name stands for. */
  readonly address: string;
  readonly otherAddresses: readonly string[];
  readonly timeoutMs: number;
  readonly ca?: string;
};

/** Where a connection to the site goes, as Node's http, tls and ws take it. */
export function toConnectOptions({ address, ca, host, port }: Site) {
  return {
    host: address,
    port,
    // An address is no server name (RFC 6066 section 3).
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
  };
}

/** The site as a person names it: host and port. */
export function placeOf({ host, port }: Pick<Site, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
