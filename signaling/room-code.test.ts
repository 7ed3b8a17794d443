import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { CODE_LENGTH, createRoomCode, formatRoomCode, parseRoomCode } from './room-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => {
  webcrypto.getRandomValues(bytes);
};

test('P41: a code is ten characters of the alphabet and reads back as itself', () => {
  for (let count = 0; count < 1_000; count += 1) {
    const code = createRoomCode(fillRandom);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(parseRoomCode(code)).toBe(code);
    expect(parseRoomCode(formatRoomCode(code))).toBe(code);
  }
});

test('P41: every byte value is used, evenly', () => {
  let next = 0;
  const counts = new Map<string, number>();
  const countUp = (bytes: Uint8Array) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = next++ % 256;
  };
  for (let count = 0; count < 128; count += 1) {
    for (const character of createRoomCode(countUp)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  expect([...counts.keys()].sort().join('')).toBe(ALPHABET);
  expect(new Set(counts.values())).toEqual(new Set([40]));
});

test('P41: characters are uniform at every position (chi-square)', () => {
  const codeCount = 32_000;
  const counts = Array.from({ length: CODE_LENGTH }, () => new Map<string, number>());
  for (let count = 0; count < codeCount; count += 1) {
    [...createRoomCode(fillRandom)].forEach((character, position) => {
      const seen = counts[position];
      seen?.set(character, (seen.get(character) ?? 0) + 1);
    });
  }
  const expected = codeCount / ALPHABET.length;
  for (const seen of counts) {
    const terms = [...ALPHABET].map((c) => ((seen.get(c) ?? 0) - expected) ** 2 / expected);
    const chiSquare = terms.reduce((sum, term) => sum + term, 0);
    // 31 degrees of freedom: beyond 90 comes by chance once in ten million times.
    expect(chiSquare).toBeLessThan(90);
  }
});

test.each([
  ['abcde-fghjk', 'ABCDEFGHJK'],
  ['  ABCDE FGHJK\n', 'ABCDEFGHJK'],
  ['oOiIl-L0011', '0011110011'],
  ['abcde\u2013fghjk', 'ABCDEFGHJK'],
  ['a-b-c-d-e-f-g-h-j-k', 'ABCDEFGHJK'],
  ['abcde\u00a0fghjk', 'ABCDEFGHJK'],
])('P41: %j is read as %s', (typed, code) => {
  expect(parseRoomCode(typed)).toBe(code);
});

test.each([
  '',
  'ABCDE-FGHJ',
  'ABCDE-FGHJKM',
  'ABCDE-FGHJU',
  'ABCDE_FGHJK',
  'ABCDE-FGHJ\u00c9',
  'ABCDE-FGH\ud83d\ude00',
  '\uff21BCDEFGHJK',
  'ABCDEFGHJ\u0000',
  '__proto__x',
])('P41: %j is no code', (typed) => {
  expect(parseRoomCode(typed)).toBeUndefined();
});

test('P41: a code is shown in two groups', () => {
  const code = parseRoomCode('abcdefghjk');
  expect(code && formatRoomCode(code)).toBe('ABCDE-FGHJK');
});
