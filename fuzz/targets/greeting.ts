import * as fc from 'fast-check';
import {
  DISPLAY_NAME_LENGTH,
  encodeGreeting,
  type Greeting,
  parseGreeting,
} from '../../renderer/connection/greeting.ts';
import { LIMITS } from '../../signaling/protocol.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { checkStable } from '../invariants.ts';
import { promise, type Target } from '../target.ts';

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const text = fc.string({ unit: 'binary', maxLength: 80 });
const valid: fc.Arbitrary<Greeting> = fc.record(
  {
    displayName: text,
    device: fc.option(fc.record({ app: text, system: text }, { noNullPrototype: true })),
    returning: fc.option(fc.record({ peerId: hex(32), proof: hex(64) }, { noNullPrototype: true })),
  },
  { noNullPrototype: true },
);
/** Characters that hide, reorder or replace what a person reads, and halves of characters. */
const deceiving = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** What a stranger who asks to join says about itself. */
export const greeting = (frames: number): Target<string> => ({
  name: 'greeting',
  frames,
  hostile: hostileJsonText(valid),
  examine(opened) {
    const parsed = parseGreeting(opened);
    const { displayName, device } = parsed;
    for (const shown of [displayName, device?.app ?? '', device?.system ?? '']) {
      promise(shown.length <= DISPLAY_NAME_LENGTH, 'what is shown is short');
      promise(!deceiving.test(shown), 'what is shown has no characters that deceive');
    }
    checkStable(parsed, (again) => parseGreeting(again));
    promise(
      parseGreeting(encodeGreeting(parsed)).displayName === displayName,
      'a greeting survives being sent on',
    );
    return displayName === '' && device === null ? 'rejected' : 'accepted';
  },
  feed: parseGreeting,
  ordinaryOfLength: (length) =>
    JSON.stringify({
      displayName: 'a'.repeat(Math.min(length, 1_024)),
      device: null,
      returning: null,
    }),
  stretchedToLength: stretched,
  maxLength: LIMITS.greetingLength,
});
