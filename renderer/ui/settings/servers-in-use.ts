import type { IceServer } from '../../../signaling/protocol.ts';
import { iceTargetsOf } from '../../doctor/ice-urls.ts';

/** Who runs the STUN servers that anybody may use, by the end of their names. */
const operators: readonly (readonly [string, string])[] = [
  ['.google.com', 'Google'],
  ['.cloudflare.com', 'Cloudflare'],
];

export type NamedServer = {
  readonly host: string;
  /** `null` when it is none of the public ones. */
  readonly operator: string | null;
};

export type ServersInUse = {
  readonly publicStun: readonly NamedServer[];
  readonly ownStun: readonly NamedServer[];
  readonly relays: readonly NamedServer[];
};

/** The ICE servers as a person may want to know them, each once. */
export function serversInUse(iceServers: readonly IceServer[]): ServersInUse {
  const targets = iceTargetsOf(iceServers);
  const named = (isWanted: (kind: string) => boolean) => {
    const hosts = targets.filter(({ kind }) => isWanted(kind)).map(({ host }) => host);
    return [...new Set(hosts)].map((host) => ({ host, operator: operatorOf(host) }));
  };
  const stun = named((kind) => kind === 'stun');
  return {
    publicStun: stun.filter(({ operator }) => operator !== null),
    ownStun: stun.filter(({ operator }) => operator === null),
    relays: named((kind) => kind !== 'stun'),
  };
}

const operatorOf = (host: string): string | null =>
  operators.find(([end]) => host.endsWith(end))?.[1] ?? null;
