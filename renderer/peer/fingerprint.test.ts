import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const hash = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join(
  ':',
);
const other = hash.replace('00', 'ff');

describe('the fingerprint a description is bound to', () => {
  it('is the one that all of its parts name, however it is spelled', () => {
    const line = `a=fingerprint:sha-256 ${hash}`;
    const sdp = ['v=0', line, 'm=video 9 UDP/TLS/RTP/SAVPF 96', line, ''].join('\r\n');
    expect(fingerprintOf(sdp)).toBe(`sha-256 ${hash.toUpperCase()}`);
  });

  it.each([
    ['there is none', 'v=0\r\n'],
    ['there are two', `a=fingerprint:sha-256 ${hash}\r\na=fingerprint:sha-256 ${other}\r\n`],
    ['the hash is weak', 'a=fingerprint:sha-1 00:11:22\r\n'],
    [
      'a weak one stands beside it',
      `a=fingerprint:sha-256 ${hash}\r\na=fingerprint:sha-1 00:11\r\n`,
    ],
    ['it is too short', `a=fingerprint:sha-256 ${hash.slice(3)}\r\n`],
    ['it is only mentioned', `s=a=fingerprint:sha-256 ${hash}\r\n`],
  ])('is unclear, and so refused, when %s', (_why, sdp) => {
    expect(fingerprintOf(sdp)).toBeUndefined();
  });
});
