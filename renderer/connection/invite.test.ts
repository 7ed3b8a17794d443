import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoomCode, parseRoomCode, type RoomCode } from '../../signaling/room-code.ts';
import { deriveRoomKeys } from '../trust/room-keys.ts';
import {
  cleanDisplayName,
  DISPLAY_NAME_LENGTH,
  encodeGreeting,
  parseGreeting,
} from './greeting.ts';
import { inviteOfRoom } from './invite-of-room.ts';
import { parseJoinInput } from './join-input.ts';

const code = parseRoomCode('ABCDE12345') as RoomCode;
const origin = 'https://share.example.org';

describe('what is typed into "Code or link"', () => {
  it.each([['ABCDE-12345'], [' abcde 12345 '], ['abcde–12345'], ['ABCDEI2345']])(
    'understands the code %j',
    (text) => {
      expect(parseJoinInput(text)).toEqual({ kind: 'code', code });
    },
  );

  it.each([
    [`${origin}/j#ABCDE12345`],
    [`Have a look: ${origin}/j#ABCDE-12345 – thanks`],
    [`<${origin}/j#abcde12345>`],
    [`"${origin}/j#ABCDE12345".`],
  ])('finds the link in %j', (text) => {
    expect(parseJoinInput(text)).toEqual({ kind: 'link', code, origin });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ABCDE-1234', 'not-a-code'],
    ['ABCDE-1234U', 'not-a-code'],
    ['javascript:alert(1)', 'not-a-code'],
    [`${origin}/j`, 'not-our-link'],
    [`${origin}/other#ABCDE12345`, 'not-our-link'],
    ['https://', 'not-a-code'],
    ['https://[/j#ABCDE12345', 'not-our-link'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parseJoinInput(text)).toEqual({ kind: 'invalid', problem });
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true })),
        (text) => {
          const input = parseJoinInput(text);
          if (input.kind !== 'invalid') expect(parseRoomCode(input.code)).toBe(input.code);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('P43: the invite', () => {
  it.each([
    ['ws://127.0.0.1:8787/ws', ['http://10.0.0.5:8787'], 'http://10.0.0.5:8787', true],
    ['ws://localhost:8787/ws', [], 'http://localhost:8787', false],
    [
      'ws://127.0.0.1:8787/ws',
      ['not an origin', 'http://127.0.0.1:8787'],
      'http://127.0.0.1:8787',
      false,
    ],
    ['wss://share.example.org/ws', ['http://10.0.0.5:8787'], 'https://share.example.org', true],
  ])('at %s with %j leads to %s', (socketUrl, origins, expected, isReachable) => {
    const invite = inviteOfRoom(code, socketUrl, origins);
    expect(invite).toEqual({ code, link: `${expected}/j#ABCDE12345`, isReachable });
    expect(parseJoinInput(invite.link)).toEqual({ kind: 'link', code, origin: expected });
  });
});

describe('the keys of a room', () => {
  it('P42: are the same for everybody with the code, and nothing like it', async () => {
    const keys = await deriveRoomKeys(code);
    expect(keys).toEqual(await deriveRoomKeys(parseRoomCode(formatRoomCode(code)) as RoomCode));
    expect(keys.roomId).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.roomKey).toHaveLength(32);
    const other = await deriveRoomKeys(parseRoomCode('ABCDE12346') as RoomCode);
    expect(other.roomId).not.toBe(keys.roomId);
    expect(bytesToHex(keys.roomKey)).not.toContain(keys.roomId);
  });
});

describe('a name from somebody else', () => {
  it('arrives without what could deceive the eye, and never too long', () => {
    const device = { app: 'Chrome\u202E', system: 'x'.repeat(500) };
    const displayName = ' Ada \u202Egnp.exe\u0000\n ';
    const greeting = encodeGreeting({ displayName, device, returning: null });
    expect(parseGreeting(greeting)).toEqual({
      displayName: 'Ada gnp.exe',
      device: { app: 'Chrome', system: 'x'.repeat(32) },
      returning: null,
    });
    expect(cleanDisplayName('한'.repeat(500))).toHaveLength(DISPLAY_NAME_LENGTH);
    expect(cleanDisplayName(`a${'😀'.repeat(100)}`)).toBe(`a${'😀'.repeat(23)}`);
  });

  it('is empty when the greeting is broken', () => {
    for (const text of ['', '{', '7', 'null', '{"displayName":7}', '{"displayName":null}']) {
      expect(parseGreeting(text)).toEqual({ displayName: '', device: null, returning: null });
    }
  });

  it('never throws and never contains a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanDisplayName(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        parseGreeting(text);
      }),
    );
  });
});
