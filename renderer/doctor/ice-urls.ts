import type { IceServer } from '../../signaling/protocol.ts';
import { DOCTOR } from './limits.ts';

export type RelayTransport = 'udp' | 'tcp' | 'tls';

/** One address of an ICE server, to be asked by itself. */
export type IceTarget = {
  readonly host: string;
  readonly kind: 'stun' | RelayTransport;
  /** The entry reduced to this one URL. */
  readonly iceServer: IceServer;
};

// RFC 7064 and RFC 7065.
const ICE_URL =
  /^(stun|turns?):(\[[0-9a-f:.]+\]|[^:?\s[\]]+)(?::\d{1,5})?(?:\?transport=(udp|tcp))?$/i;

/** Every address among the ICE servers that can be asked, STUN and relays up to a limit each. */
export function iceTargetsOf(iceServers: readonly IceServer[]): readonly IceTarget[] {
  const targets = iceServers.flatMap((iceServer) =>
    iceServer.urls.flatMap((url) => targetOf(url, iceServer) ?? []),
  );
  const stun = targets.filter(({ kind }) => kind === 'stun');
  const relays = targets.filter(({ kind }) => kind !== 'stun');
  return [...stun.slice(0, DOCTOR.stunServersAtMost), ...relays.slice(0, DOCTOR.relaysAtMost)];
}

function targetOf(url: string, iceServer: IceServer): IceTarget | undefined {
  const [, scheme = '', host = '', transport] = ICE_URL.exec(url) ?? [];
  if (scheme === '') return undefined;
  const kind = kindOf(scheme.toLowerCase(), transport?.toLowerCase());
  return { host: host.toLowerCase(), kind, iceServer: { ...iceServer, urls: [url] } };
}

function kindOf(scheme: string, transport: string | undefined): IceTarget['kind'] {
  if (scheme === 'stun') return 'stun';
  if (scheme === 'turns') return 'tls';
  return transport === 'tcp' ? 'tcp' : 'udp';
}

/**
 * When temporary credentials end, in milliseconds since 1970, as their name says
 * (draft-uberti-behave-turn-rest); `undefined` for lasting ones.
 */
export function expiryOf({ username = '' }: IceServer): number | undefined {
  const [, seconds] = /^(\d{9,11}):/.exec(username) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
