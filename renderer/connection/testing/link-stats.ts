import type { StatsEntry } from '../../stream/stats-entry.ts';

/** What a browser would count about a direct link on which this much has arrived. */
export const statsOfLink = (link: {
  readonly bytesReceived: number;
  readonly packets?: { readonly total: number; readonly lost: number };
}): StatsEntry[] => [
  {
    ...{ type: 'transport', id: 'T', selectedCandidatePairId: 'P' },
    bytesReceived: link.bytesReceived,
  },
  {
    ...{ type: 'candidate-pair', id: 'P', localCandidateId: 'L', remoteCandidateId: 'R' },
    currentRoundTripTime: 0.001,
  },
  { type: 'local-candidate', id: 'L', candidateType: 'host', protocol: 'udp' },
  { type: 'remote-candidate', id: 'R', candidateType: 'host', protocol: 'udp' },
  {
    ...{ type: 'inbound-rtp', id: 'I', kind: 'video' },
    packetsLost: link.packets?.lost ?? 0,
    packetsReceived: (link.packets?.total ?? 0) - (link.packets?.lost ?? 0),
  },
];
