import type { ResolvedOptions } from './options.ts';
import type { IceConfiguration, IceServer } from './protocol.ts';
import { PUBLIC_STUN_URLS } from './public-stun.ts';
import { createTurnCredentials } from './turn-credentials.ts';

type Options = Pick<
  ResolvedOptions,
  | 'stunUrls'
  | 'usesPublicStun'
  | 'turnUrls'
  | 'turnSecret'
  | 'turnLifetimeMs'
  | 'turnUsername'
  | 'turnPassword'
>;

/** The ICE servers for one member, made anew for each message to it (docs/protocol.md P60 to P62). */
export type IceFor = (roomId: string, peerId: string) => IceConfiguration;

/**
 * Makes what members are told to connect with.
 * @param unixNow milliseconds since 1970
 */
export function createIceServers(options: Options, unixNow: () => number): IceFor {
  const { turnLifetimeMs, turnPassword, turnSecret, turnUrls, turnUsername } = options;
  const stun = listStunUrls(options).map((url) => ({ urls: [url] }));
  const turn = (username: string, credential: string): IceServer[] => [
    ...stun,
    { urls: [...turnUrls], username, credential },
  ];
  return (roomId, peerId) => {
    if (turnUrls.length > 0 && turnSecret !== undefined) {
      // Rounded up: good for no less than what is promised.
      const expiresAtS = Math.ceil((unixNow() + turnLifetimeMs) / 1000);
      const made = createTurnCredentials(turnSecret, { roomId, peerId }, expiresAtS);
      return { iceServers: turn(made.username, made.credential), iceLifetimeMs: turnLifetimeMs };
    }
    if (turnUrls.length > 0 && turnUsername !== undefined && turnPassword !== undefined) {
      return { iceServers: turn(turnUsername, turnPassword) };
    }
    return { iceServers: stun };
  };
}

function listStunUrls({ stunUrls, turnUrls, usesPublicStun }: Options): readonly string[] {
  const isPublic = usesPublicStun && stunUrls.length === 0 && turnUrls.length === 0;
  return isPublic ? PUBLIC_STUN_URLS : stunUrls;
}
