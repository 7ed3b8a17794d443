import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoomCode, parseRoomCode } from '../signaling/room-code.ts';
import { findDeepLink, parseDeepLink } from './deep-link.ts';

const code = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/);
const origin = fc
  .tuple(fc.constantFrom('https://', 'http://'), fc.webAuthority())
  .map(([scheme, authority]) => `${scheme}${authority}`)
  .filter((text) => URL.canParse(text) && new URL(text).origin === text);
const linkOf = (characters: string, server: string) =>
  `sightline://join/${characters}?server=${encodeURIComponent(server)}`;

describe('a link to the app', () => {
  it('says code and server, in any spelling of the code', () => {
    const invite = { status: 'invite', code: 'ABCDE12345', origin: 'https://share.example.org' };
    for (const spelling of ['ABCDE-12345', 'abcde12345', 'ABCDE-I2345', 'ABCDE12345/']) {
      const [characters = '', slash = ''] = spelling.split(/(?=\/)/);
      const link = `sightline://join/${characters}${slash}?server=https%3A%2F%2Fshare.example.org`;
      expect(parseDeepLink(link), link).toEqual(invite);
    }
    expect(parseDeepLink('SIGHTLINE://JOIN/ABCDE-12345?server=https://share.example.org')).toEqual(
      invite,
    );
  });

  it('keeps whatever code and origin it was made of', () => {
    fc.assert(
      fc.property(code, origin, (characters, server) => {
        const room = parseRoomCode(characters);
        if (!room) throw new Error('not a code');
        expect(parseDeepLink(linkOf(formatRoomCode(room), server))).toEqual({
          ...{ status: 'invite', code: room, origin: server },
        });
      }),
    );
  });

  const valid = linkOf('ABCDE-12345', 'https://share.example.org');
  it.each([
    ['', 'unreadable'],
    ['sightline:', 'unknown-action'],
    ['https://share.example.org/j#ABCDE12345', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['file:///etc/passwd', 'unreadable'],
    [`${valid}\n--gpu-launcher=calc`, 'unreadable'],
    [`${valid} --no-sandbox`, 'unreadable'],
    [`${valid}#ABCDE12345`, 'unreadable'],
    [valid.replace('join', 'me@join'), 'unreadable'],
    [valid.replace('join', 'join:80'), 'unreadable'],
    [valid.replace('join', 'share'), 'unknown-action'],
    [valid.replace('join', 'settings'), 'unknown-action'],
    [valid.replace('join/', 'join.evil.example/'), 'unknown-action'],
    [valid.replace('ABCDE-12345', ''), 'no-code'],
    [valid.replace('ABCDE-12345', 'ABCDE-1234'), 'no-code'],
    [valid.replace('ABCDE-12345', 'ABCDE-12345/approve'), 'no-code'],
    [valid.replace('ABCDE-12345', '%41BCDE-12345'), 'no-code'],
    ['sightline://join/ABCDE-12345', 'no-server'],
    [linkOf('ABCDE-12345', 'file:///etc'), 'no-server'],
    [linkOf('ABCDE-12345', 'javascript:alert(1)'), 'no-server'],
    [linkOf('ABCDE-12345', 'wss://share.example.org'), 'no-server'],
    [linkOf('ABCDE-12345', 'https://share.example.org@evil.example'), 'no-server'],
    [linkOf('ABCDE-12345', 'https://share.example.org/elsewhere'), 'no-server'],
    [linkOf('ABCDE-12345', 'https://share.example.org\\@evil.example'), 'no-server'],
    [linkOf('ABCDE-12345', 'https://аpple.com'), 'no-server'],
    [`${valid}&server=https://evil.example`, 'no-server'],
    [`${valid}&approve=1`, 'no-server'],
    [linkOf('ABCDE-12345', `https://${'a'.repeat(2_000)}.example`), 'unreadable'],
  ])('%j is refused: %s', (link, problem) => {
    expect(parseDeepLink(link)).toEqual({ status: 'refused', problem });
  });

  it('never yields anything but a code and an origin, whatever it is', () => {
    const part = fc.oneof(
      fc.constantFrom('sightline:', '//', 'join', '/', '?server=', '&', '#', '@', '%00', '..'),
      fc.constantFrom('https://a.example', 'ABCDE-12345', '\u0000', '\\', '한글'),
      fc.string(),
      code,
      origin,
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const link = parseDeepLink(parts.join(''));
        if (link.status === 'refused') return;
        expect(link.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        expect(new URL(link.origin).origin).toBe(link.origin);
        expect(link.origin).toMatch(/^https?:\/\//);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the arguments of a start', () => {
  it('hold a link anywhere, or none', () => {
    expect(findDeepLink(['/opt/Sightline', '.', '--no-sandbox'])).toBeUndefined();
    expect(findDeepLink(['sightline', '--', 'sightline://join/x', '--flag'])).toBe(
      'sightline://join/x',
    );
    expect(findDeepLink(['/home/ada/sightline:notes', 'https://sightline:8787'])).toBeUndefined();
  });
});
