import * as fc from 'fast-check';
import { parseDeepLink } from '../../main/deep-link.ts';
import { appLinkOf } from '../../renderer/ui/app-link.ts';
import { parseRoomCode } from '../../signaling/room-code.ts';
import { hostilePlainText, stretched } from '../generate/hostile-text.ts';
import { promise, type Target } from '../target.ts';

/** Longer than any command line a system takes a link from. */
const MAX_LENGTH = 64 * 1024;

const link = fc
  .tuple(
    fc.stringMatching(/^[0-9A-HJKMNP-TV-Za-z]{5}-?[0-9A-HJKMNP-TV-Z]{5}$/),
    fc.constantFrom('https://', 'http://', 'ws://', 'javascript:'),
    fc.webAuthority(),
  )
  .map(([code, scheme, host]) => {
    return `sightline://join/${code}?server=${encodeURIComponent(`${scheme}${host}`)}`;
  });

/** A link the system hands to the app, made by anybody. */
export const deepLink = (frames: number): Target<string> => ({
  name: 'deep-link',
  frames,
  hostile: hostilePlainText(link),
  examine(text) {
    const parsed = parseDeepLink(text);
    if (parsed.status === 'refused') return 'rejected';
    const code = parseRoomCode(parsed.code);
    promise(code === parsed.code, 'a code is ten canonical characters');
    const { protocol, origin } = new URL(parsed.origin);
    promise(/^https?:$/.test(protocol) && origin === parsed.origin, 'an origin is http or https');
    const again = code && parseDeepLink(appLinkOf(code, origin));
    promise(JSON.stringify(again) === JSON.stringify(parsed), 'a link survives being made again');
    return 'accepted';
  },
  feed: parseDeepLink,
  ordinaryOfLength: (length) => `sightline://join/ABCDE-12345?server=https://${'a'.repeat(length)}`,
  stretchedToLength: stretched,
  maxLength: MAX_LENGTH,
});
