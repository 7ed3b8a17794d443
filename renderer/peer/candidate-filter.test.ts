import { describe, expect, it } from 'vitest';
import { filterCandidates } from './candidate-filter.ts';
import type { RtcSignal } from './link-signal.ts';
import { hasRelay, rtcConfigurationOf } from './path-policy.ts';

const lineOf = (address: string, type = 'host') =>
  `candidate:1 1 udp 2113937151 ${address} 50000 typ ${type} generation 0`;
const signalOf = (address: string, type?: string): RtcSignal => ({
  type: 'candidate',
  candidate: { candidate: lineOf(address, type), sdpMid: '0' },
});
const isKept = (signal: RtcSignal, policy: 'any' | 'lan-only' | 'relay-only' = 'any') =>
  filterCandidates(signal, policy) === signal;

describe('candidates from the other side', () => {
  it('never lead back into this computer', () => {
    const nowhere = ['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::', '0:0:0:0:0:0:0:1'];
    for (const address of [...nowhere, '::ffff:127.0.0.1', '224.0.0.251', 'ff02::fb']) {
      expect(isKept(signalOf(address)), address).toBe(false);
    }
    const somewhere = ['192.168.1.2', '203.0.113.4', '2001:db8::1', 'fe80::1', 'a-b.local'];
    for (const address of somewhere) expect(isKept(signalOf(address)), address).toBe(true);
  });

  it('stay in the local network when only that is allowed', () => {
    const local = ['10.0.0.1', '172.16.0.1', '172.31.9.9', '192.168.0.1', '169.254.3.4'];
    for (const address of [...local, 'x.local', 'fd00::1', 'fe80::2']) {
      expect(isKept(signalOf(address), 'lan-only'), address).toBe(true);
      expect(isKept(signalOf(address, 'relay'), 'lan-only'), address).toBe(false);
    }
    for (const address of ['172.32.0.1', '203.0.113.4', '2001:db8::1', '11.0.0.1']) {
      expect(isKept(signalOf(address), 'lan-only'), address).toBe(false);
    }
  });

  it('are taken out of descriptions too, and everything else is left as it was', () => {
    const sdp = ['v=0', `a=${lineOf('127.0.0.1')}`, `a=${lineOf('192.168.1.2')}`, 'a=mid:0', ''];
    const kept = sdp.filter((line) => !line.includes('127.'));
    expect(filterCandidates({ type: 'offer', sdp: sdp.join('\r\n') }, 'any')).toEqual({
      type: 'offer',
      sdp: kept.join('\r\n'),
    });
  });

  it('may end', () => {
    const end: RtcSignal = { type: 'candidate', candidate: { candidate: '' } };
    expect(isKept(end, 'lan-only')).toBe(true);
  });

  it('that say nothing sensible are not tried', () => {
    expect(isKept({ type: 'candidate', candidate: { candidate: 'typ' } }, 'lan-only')).toBe(false);
  });
});

describe('the path policy', () => {
  const relay = { urls: ['turn:relay.example'], username: 'u', credential: 'c' };
  const stun = { urls: ['stun:stun.example'] };

  it('names no server that leads out of the local network, or uses nothing but the relay', () => {
    expect(rtcConfigurationOf('lan-only', [stun, relay]).iceServers).toEqual([]);
    expect(rtcConfigurationOf('relay-only', [relay]).iceTransportPolicy).toBe('relay');
    expect(rtcConfigurationOf('any', [stun, relay])).toMatchObject({
      iceServers: [stun, relay],
      iceTransportPolicy: 'all',
    });
  });

  it('knows a relay when it sees one', () => {
    expect([hasRelay([stun]), hasRelay([stun, relay])]).toEqual([false, true]);
    expect(hasRelay([{ urls: ['turns:relay.example:443'] }])).toBe(true);
  });
});
