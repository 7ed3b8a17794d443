import { describe, expect, it } from 'vitest';
import type { StatsEntry } from '../stream/stats-entry.ts';
import { linkMeasureOf, linkPathOf } from './link-path.ts';

type Candidate = Record<string, unknown>;

/** Statistics of a viewer whose selected pair is made of these two candidates. */
const statsOf = (local: Candidate, remote: Candidate, more: StatsEntry[] = []): StatsEntry[] => [
  { type: 'transport', id: 'T', selectedCandidatePairId: 'P', bytesReceived: 5_000 },
  {
    type: 'candidate-pair',
    id: 'P',
    localCandidateId: 'L',
    remoteCandidateId: 'R',
    currentRoundTripTime: 0.0234,
  },
  { type: 'local-candidate', id: 'L', protocol: 'udp', ...local },
  { type: 'remote-candidate', id: 'R', protocol: 'udp', ...remote },
  ...more,
];
const routeOf = (local: Candidate, remote: Candidate) =>
  linkMeasureOf(statsOf(local, remote)).path?.route;

describe('the path of a link', () => {
  it('tells a neighbour from somebody behind a router and from a relay', () => {
    const host = { candidateType: 'host', address: '192.168.1.2' };
    expect(routeOf(host, { candidateType: 'host' })).toBe('direct');
    expect(routeOf(host, { candidateType: 'prflx', address: '192.168.1.9' })).toBe('direct');
    expect(routeOf({ candidateType: 'prflx', address: '10.0.0.2' }, host)).toBe('direct');
    expect(routeOf(host, { candidateType: 'prflx', address: '203.0.113.9' })).toBe('through-nat');
    expect(routeOf({ candidateType: 'prflx', address: '203.0.113.9' }, host)).toBe('through-nat');
    expect(routeOf({ candidateType: 'srflx' }, host)).toBe('through-nat');
    expect(routeOf({ candidateType: 'relay' }, host)).toBe('relayed');
    expect(routeOf(host, { candidateType: 'relay' })).toBe('relayed');
  });

  it('names the transport to the relay, not the one behind it', () => {
    const remote = { candidateType: 'srflx' };
    const relay = { candidateType: 'relay', protocol: 'udp', relayProtocol: 'tls' };
    expect(linkMeasureOf(statsOf(relay, remote)).path?.transport).toBe('tls');
    const direct = { candidateType: 'host', protocol: 'tcp' };
    expect(linkMeasureOf(statsOf(direct, remote)).path?.transport).toBe('tcp');
  });

  it('is unknown as long as no pair is selected', () => {
    expect(linkMeasureOf([]).path).toBeNull();
    expect(linkPathOf(undefined, linkMeasureOf([]))).toBeNull();
  });

  it('finds the pair in Firefox, which has no transport entry', () => {
    const entries = statsOf({ candidateType: 'host' }, { candidateType: 'host' })
      .filter(({ type }) => type !== 'transport')
      .map((entry) => (entry.id === 'P' ? { ...entry, selected: true, bytesReceived: 7 } : entry));
    expect(linkMeasureOf(entries)).toMatchObject({ path: { route: 'direct' }, bytesReceived: 7 });
  });

  it('rounds what only flickers', () => {
    const host = { candidateType: 'host' };
    expect(linkMeasureOf(statsOf(host, host)).path?.roundTripMs).toBe(25);
  });

  it('counts the loss of the picture since the measure before', () => {
    const host = { candidateType: 'host' };
    const measure = (packetsReceived: number, packetsLost: number) =>
      linkMeasureOf(
        statsOf(host, host, [
          { type: 'inbound-rtp', id: 'I', kind: 'video', packetsReceived, packetsLost },
        ]),
      );
    expect(linkPathOf(measure(100, 0), measure(180, 20))?.lossRatio).toBe(0.2);
    expect(linkPathOf(measure(100, 0), measure(100, 0))?.lossRatio).toBeNull();
    // Counters begin anew with a new stream.
    expect(linkPathOf(measure(100, 50), measure(10, 0))?.lossRatio).toBeNull();
  });
});
