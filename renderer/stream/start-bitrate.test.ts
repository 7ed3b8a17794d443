import { describe, expect, it } from 'vitest';
import { type Beginning, startBitrateOf } from './start-bitrate.ts';

const lan: Beginning = {
  route: 'direct',
  transport: 'udp',
  roundTripMs: 1,
  arrivalBps: 50_000_000,
  lastEstimateBps: null,
};

describe('the bitrate of the first frame', () => {
  it('is high on a local network that is fast', () => {
    expect(startBitrateOf(lan)).toBe(40_000_000);
    expect(startBitrateOf({ ...lan, arrivalBps: 15_000_000 }), 'on a busy page').toBe(40_000_000);
  });

  it('is less than what the burst showed on one that is slow', () => {
    expect(startBitrateOf({ ...lan, arrivalBps: 1_000_000 })).toBe(600_000);
    expect(startBitrateOf({ ...lan, arrivalBps: 50_000 })).toBe(300_000);
  });

  it('is careful where the way is long, relayed, or over TCP', () => {
    const far = { ...lan, route: 'through-nat', roundTripMs: 30 } as const;
    expect(startBitrateOf(far)).toBe(10_000_000);
    expect(startBitrateOf({ ...far, roundTripMs: null })).toBe(10_000_000);
    expect(startBitrateOf({ ...far, roundTripMs: 2 }), 'only its name is hidden').toBe(40_000_000);
    expect(startBitrateOf({ ...lan, route: null })).toBe(10_000_000);
    expect(startBitrateOf({ ...lan, route: 'relayed' })).toBe(4_000_000);
    expect(startBitrateOf({ ...lan, route: 'relayed', transport: 'tls' })).toBe(2_000_000);
  });

  it('remembers what an earlier link carried', () => {
    expect(startBitrateOf({ ...lan, lastEstimateBps: 2_000_000 })).toBe(1_600_000);
    expect(startBitrateOf({ ...lan, lastEstimateBps: 150_000_000 })).toBe(40_000_000);
  });

  it('assumes little when the viewer says nothing', () => {
    expect(startBitrateOf({ ...lan, arrivalBps: null })).toBe(1_000_000);
  });
});
