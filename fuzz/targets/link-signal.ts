import * as fc from 'fast-check';
import { type LinkSignal, parseLinkSignal } from '../../renderer/peer/link-signal.ts';
import { LIMITS } from '../../signaling/protocol.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { checkStable } from '../invariants.ts';
import type { Target } from '../target.ts';

const line = fc.string({ maxLength: 40 });
const link = fc.integer({ min: 1, max: 100 });
const valid: fc.Arbitrary<LinkSignal> = fc.oneof(
  link.map((number): LinkSignal => ({ type: 'rebuild', link: number })),
  link.map((number): LinkSignal => ({ type: 'restart-ice', link: number })),
  link.map((number): LinkSignal => ({ type: 'given-up', link: number })),
  fc.tuple(link, line, fc.constantFrom('offer' as const, 'answer' as const)).map(
    ([number, sdp, type]): LinkSignal => ({
      type: 'rtc',
      link: number,
      signal: { type, sdp },
    }),
  ),
  fc.tuple(link, line, fc.option(line), fc.option(fc.nat({ max: 9 }))).map(
    ([number, candidate, sdpMid, sdpMLineIndex]): LinkSignal => ({
      type: 'rtc',
      link: number,
      signal: { type: 'candidate', candidate: { candidate, sdpMid, sdpMLineIndex } },
    }),
  ),
);

/** What a peer may put into a sealed signal. */
export const linkSignal = (frames: number): Target<string> => ({
  name: 'link-signal',
  frames,
  hostile: hostileJsonText(valid),
  examine(payload) {
    const signal = parseLinkSignal(payload);
    if (signal === undefined) return 'rejected';
    checkStable(signal, parseLinkSignal);
    return 'accepted';
  },
  feed: parseLinkSignal,
  ordinaryOfLength: (length) =>
    JSON.stringify({ type: 'rtc', link: 1, signal: { type: 'offer', sdp: 'a'.repeat(length) } }),
  stretchedToLength: stretched,
  maxLength: LIMITS.payloadLength,
});
