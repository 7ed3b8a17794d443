import { describe, expect, it } from 'vitest';
import {
  type Beginning,
  slowLocalStartOf,
  startBitrateOf,
  unmeasuredStartOf,
} from './start-bitrate.ts';

const lan: Beginning = {
  route: 'direct',
  transport: 'udp',
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
    expect(startBitrateOf({ ...lan, route: 'through-nat' })).toBe(10_000_000);
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

  it('is guessed before anything is measured: much next door, little elsewhere', () => {
    expect(unmeasuredStartOf(true, null)).toBe(40_000_000);
    expect(unmeasuredStartOf(false, null)).toBe(1_000_000);
    expect(unmeasuredStartOf(false, 5_000_000), 'an earlier link has told').toBe(4_000_000);
    expect(unmeasuredStartOf(true, 100_000)).toBe(300_000);
    expect(unmeasuredStartOf(false, 500_000_000)).toBe(40_000_000);
  });

  it('was guessed wrong next door when a burst takes its time', () => {
    expect(slowLocalStartOf(50_000_000)).toBeNull();
    expect(slowLocalStartOf(1_000_000)).toBe(600_000);
    expect(slowLocalStartOf(null)).toBe(1_000_000);
  });
});
