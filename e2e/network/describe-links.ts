import type { Page } from '@playwright/test';

/** Every connection of the page, its candidates and pairs, as lines for whoever looks at a failure. */
export function describeLinks(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { rtcConnections = [] } = globalThis as unknown as {
      rtcConnections?: RTCPeerConnection[];
    };
    const lines: string[] = [];
    for (const connection of rtcConnections) {
      const { connectionState, iceConnectionState, iceGatheringState, signalingState } = connection;
      lines.push(`${connectionState} ${iceConnectionState} ${iceGatheringState} ${signalingState}`);
      if (connectionState === 'closed') continue;
      const { iceServers = [] } = connection.getConfiguration();
      lines.push(`  told of ${iceServers.flatMap(({ urls }) => urls).join(' ')}`);
      const stats = await connection.getStats();
      const candidate = (id: string) => {
        const { candidateType, protocol, relayProtocol, address, port } = stats.get(id) ?? {};
        return [candidateType, protocol, relayProtocol, `${address}:${port}`].join(' ');
      };
      for (const report of stats.values()) {
        if (/-candidate$/.test(report.type)) lines.push(`  ${report.type} ${candidate(report.id)}`);
        if (report.type !== 'candidate-pair' || report.requestsSent === 0) continue;
        const ends = `${candidate(report.localCandidateId)} -> ${candidate(report.remoteCandidateId)}`;
        const checks = `${report.responsesReceived} of ${report.requestsSent} answered`;
        lines.push(`  ${report.state}${report.nominated ? ' nominated' : ''} ${ends}, ${checks}`);
      }
    }
    return lines.join('\n');
  });
}
