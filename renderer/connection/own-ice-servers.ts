import type { IceServer } from '../../signaling/protocol.ts';

type Entered = { readonly url: string; readonly username: string; readonly credential: string };

/** The servers a person named in the settings, as a connection uses them. */
export function ownIceServersOf(settings: {
  readonly iceServers: readonly Entered[];
}): readonly IceServer[] {
  return settings.iceServers.map(({ url, username, credential }) =>
    username === '' ? { urls: [url] } : { urls: [url], username, credential },
  );
}
