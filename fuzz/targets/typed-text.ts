import * as fc from 'fast-check';
import { parseJoinInput } from '../../renderer/connection/join-input.ts';
import { formatRoomCode, parseRoomCode } from '../../signaling/room-code.ts';
import { hostilePlainText, stretched } from '../generate/hostile-text.ts';
import { promise, type Target } from '../target.ts';

/** No field on a page or link handed over by the system is longer. */
const MAX_LENGTH = 64 * 1024;
const canonical = /^[0-9A-HJKMNP-TV-Z]{10}$/;
const problems: readonly string[] = ['empty', 'not-a-code', 'not-our-link'];

const code = fc.stringMatching(
  /^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-zoilOIL]{5}[- ]?[0-9A-HJKMNP-TV-Z]{5}$/,
);
const link = fc
  .tuple(fc.constantFrom('https://', 'http://', 'HTTPS://'), fc.webAuthority(), code)
  .map(([scheme, host, characters]) => `${scheme}${host}/j#${encodeURI(characters)}`);

/** A code as a person types it. */
export const roomCode = (frames: number): Target<string> => ({
  name: 'room-code',
  frames,
  hostile: hostilePlainText(code),
  examine(text) {
    const parsed = parseRoomCode(text);
    if (parsed === undefined) return 'rejected';
    promise(canonical.test(parsed), 'a code is ten canonical characters');
    promise(parseRoomCode(formatRoomCode(parsed)) === parsed, 'a code survives being shown');
    return 'accepted';
  },
  feed: parseRoomCode,
  ordinaryOfLength: (length) => 'A'.repeat(length),
  stretchedToLength: stretched,
  maxLength: MAX_LENGTH,
});

/** A code, a link or a whole chat message, pasted. */
export const joinInput = (frames: number): Target<string> => ({
  name: 'join-input',
  frames,
  hostile: hostilePlainText(
    fc.oneof(
      code,
      link,
      link.map((address) => `Look at this: ${address} !`),
    ),
  ),
  examine(text) {
    const parsed = parseJoinInput(text);
    if (parsed.kind === 'invalid') {
      promise(problems.includes(parsed.problem), 'a problem is one of three');
      return 'rejected';
    }
    promise(canonical.test(parsed.code), 'a code is ten canonical characters');
    if (parsed.kind === 'link') {
      const { protocol, origin } = new URL(parsed.origin);
      promise(/^https?:$/.test(protocol) && origin === parsed.origin, 'an origin is http or https');
    }
    return 'accepted';
  },
  feed: parseJoinInput,
  ordinaryOfLength: (length) => `https://share.example.org/j#${'A'.repeat(length)}`,
  stretchedToLength: stretched,
  maxLength: MAX_LENGTH,
});
