import type { Page } from '@playwright/test';

/** The way one side's packets take, as its browser tells (W3C webrtc-stats, RTCIceCandidateStats). */
export type LinkRoute = {
  readonly local: RTCIceCandidateType;
  readonly remote: RTCIceCandidateType;
  readonly protocol: string;
  /** How this side speaks to its relay, where it uses one. */
  readonly relayProtocol: string | null;
  /** Whether the addresses are IPv6. */
  readonly isIpv6: boolean;
};

/**
 * The route of the page's newest connection that is connected; `null` where there is none.
 * The page must have been opened with `rememberConnections`.
 */
export function readLinkRoute(page: Page): Promise<LinkRoute | null> {
  return page.evaluate(async () => {
    const { rtcConnections = [] } = globalThis as unknown as {
      rtcConnections?: RTCPeerConnection[];
    };
    const connection = rtcConnections.findLast(
      ({ connectionState }) => connectionState === 'connected',
    );
    if (!connection) return null;
    const stats = await connection.getStats();
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const pair = stats.get(transport?.selectedCandidatePairId);
    const local = stats.get(pair?.localCandidateId);
    const remote = stats.get(pair?.remoteCandidateId);
    if (!local || !remote) return null;
    return {
      local: local.candidateType,
      remote: remote.candidateType,
      protocol: local.protocol,
      relayProtocol: local.relayProtocol ?? null,
      isIpv6: String(local.address ?? local.ip ?? '').includes(':'),
    };
  });
}

/** Both sides' routes of one link. */
export type Routes = { readonly presenter: LinkRoute; readonly viewer: LinkRoute };

export const isRelayed = ({ presenter, viewer }: Routes): boolean =>
  [presenter, viewer].some(({ local, remote }) => local === 'relay' || remote === 'relay');
