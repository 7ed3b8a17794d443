import { describe, expect, it } from 'vitest';
import { expiryOf, iceTargetsOf } from './ice-urls.ts';
import { DOCTOR } from './limits.ts';

const kinds = (urls: string[]) => iceTargetsOf([{ urls }]).map(({ host, kind }) => [host, kind]);

describe('ICE servers', () => {
  it('are asked address by address, with what belongs to them', () => {
    const urls = ['turn:relay.example', 'turns:relay.example:443?transport=tcp'];
    expect(iceTargetsOf([{ urls, username: 'u', credential: 'c' }])).toEqual([
      {
        host: 'relay.example',
        kind: 'udp',
        iceServer: { urls: [urls[0]], username: 'u', credential: 'c' },
      },
      {
        host: 'relay.example',
        kind: 'tls',
        iceServer: { urls: [urls[1]], username: 'u', credential: 'c' },
      },
    ]);
  });

  it('are understood in every spelling', () => {
    expect(
      kinds([
        'STUN:One.example:3478',
        'stun:[2001:db8::1]:3478',
        'turn:relay.example?transport=udp',
        'turn:relay.example?transport=tcp',
        'turns:relay.example',
      ]),
    ).toEqual([
      ['one.example', 'stun'],
      ['[2001:db8::1]', 'stun'],
      ['relay.example', 'udp'],
      ['relay.example', 'tcp'],
      ['relay.example', 'tls'],
    ]);
  });

  it('are left out when no browser would take them', () => {
    expect(kinds(['http://one.example', 'stun:', 'stun:a b', 'turn:x?transport=pigeon'])).toEqual(
      [],
    );
  });

  it('are not too many to ask', () => {
    const many = (scheme: string) =>
      Array.from({ length: 50 }, (_, i) => `${scheme}:s${i}.example`);
    expect(kinds([...many('stun'), ...many('turn')])).toHaveLength(
      DOCTOR.stunServersAtMost + DOCTOR.relaysAtMost,
    );
  });
});

describe('credentials', () => {
  it('tell when they end', () => {
    expect(expiryOf({ urls: [], username: '1700000000:abc' })).toBe(1_700_000_000_000);
    expect(expiryOf({ urls: [], username: 'alice' })).toBeUndefined();
    expect(expiryOf({ urls: [] })).toBeUndefined();
  });
});
