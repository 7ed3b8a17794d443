import type { IceServer } from '../../signaling/protocol.ts';

/** How a person lets pictures travel: any way, never past the local network, or only by a relay. */
export type PathPolicy = 'any' | 'lan-only' | 'relay-only';

/** Whether a server of these can relay (RFC 8656). */
export const hasRelay = (iceServers: readonly IceServer[]): boolean =>
  iceServers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)));

/** What the browser's ICE is configured with under a policy. */
export function rtcConfigurationOf(
  policy: PathPolicy,
  iceServers: readonly IceServer[],
): RTCConfiguration {
  return {
    iceServers: policy === 'lan-only' ? [] : iceServers.map(toRtcIceServer),
    iceTransportPolicy: policy === 'relay-only' ? 'relay' : 'all',
    bundlePolicy: 'max-bundle',
  };
}

function toRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls: [...urls],
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}
