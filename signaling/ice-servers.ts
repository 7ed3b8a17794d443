import type { IceServer } from './protocol.ts';

/** The ICE servers members are told, one entry per STUN URL. */
export function createIceServers(stunUrls: readonly string[]): IceServer[] {
  return stunUrls.map((url) => ({ urls: [url] }));
}
