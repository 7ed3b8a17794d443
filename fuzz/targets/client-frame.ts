import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { parseClientFrame } from '../../signaling/parse-frame.ts';
import { clientMessageSchema, LIMITS } from '../../signaling/protocol.ts';
import { readSignalFrame } from '../../signaling/signal-frame.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { validOfSchema } from '../generate/valid-of-schema.ts';
import { checkPlain } from '../invariants.ts';
import { promise, type Target } from '../target.ts';
import { signalOfLength } from './signal-of-length.ts';

/** The only refusals a frame can earn before anybody looks at who sent it (P1 to P4). */
const codes: readonly string[] = [
  'bad-frame',
  'bad-message',
  'unknown-type',
  'unsupported-version',
];
const types: readonly string[] = clientMessageSchema.def.options.flatMap((option) => [
  ...option.shape.type.def.values,
]);

const signal = fc.record(
  {
    type: fc.constant('signal'),
    peerId: fc.constant('a'.repeat(32)),
    sequence: fc.integer({ min: 1 }),
    payload: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  },
  { noNullPrototype: true },
);

/** Throws a Violation when the service would pass on unread what its parser refuses or reads otherwise. */
function checkShortWay(bytes: Buffer): void {
  const peerId = readSignalFrame(bytes);
  if (peerId === undefined) return;
  const frame = parseClientFrame(bytes.toString());
  const isSame =
    frame.isValid && frame.message.type === 'signal' && frame.message.peerId === peerId;
  promise(isSame, 'what is passed on unread is a valid signal to the same peer');
}

/** What any socket may send to the service. */
export const clientFrame = (frames: number): Target<string> => ({
  name: 'client-frame',
  frames,
  hostile: fc.oneof(
    { arbitrary: hostileJsonText(validOfSchema(clientMessageSchema)), weight: 4 },
    // More of what has a way of its own through the service.
    { arbitrary: hostileJsonText(signal), weight: 1 },
  ),
  examine(text) {
    checkShortWay(Buffer.from(text));
    const frame = parseClientFrame(text);
    if (!frame.isValid) {
      const { code, inReplyTo } = frame;
      promise(codes.includes(code), 'a refusal has one of four codes');
      promise(inReplyTo === undefined || types.includes(inReplyTo), 'inReplyTo is a known type');
      return 'rejected';
    }
    const { message } = frame;
    checkPlain(message);
    promise(types.includes(message.type), 'an accepted message has a known type');
    promise(clientMessageSchema.safeParse(message).success, 'an accepted message is valid');
    promise(isDeepStrictEqual(message, JSON.parse(text)), 'nothing is added or left out');
    return 'accepted';
  },
  feed: parseClientFrame,
  ordinaryOfLength: signalOfLength,
  stretchedToLength: stretched,
  maxLength: LIMITS.frameBytes,
});
