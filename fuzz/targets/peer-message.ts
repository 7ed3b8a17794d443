import * as fc from 'fast-check';
import { type PeerMessage, parsePeerMessage } from '../../renderer/peer/peer-message.ts';
import { hostileJsonText, stretched } from '../generate/hostile-text.ts';
import { checkStable } from '../invariants.ts';
import type { Target } from '../target.ts';

/** A text, or the bytes of a binary data-channel message. */
type Input = string | { readonly base64: string };

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const valid: fc.Arbitrary<PeerMessage> = fc.oneof(
  fc.constantFrom<PeerMessage>({ type: 'hello' }, { type: 'share-ended' }, { type: 'leaving' }),
  fc.boolean().map((isPaused): PeerMessage => ({ type: 'share-state', isPaused })),
  fc.constantFrom<PeerMessage>({ type: 'beat' }, { type: 'echo' }),
  fc.nat().map((id): PeerMessage => ({ type: 'clock-ask', id })),
  fc
    .tuple(fc.nat(), fc.double())
    .map(([id, atMs]): PeerMessage => ({ type: 'clock-answer', id, atMs })),
  fc.option(fc.double()).map((latencyMs): PeerMessage => ({ type: 'picture-latency', latencyMs })),
  fc.double().map(
    (captureIntervalMs): PeerMessage => ({
      ...{ type: 'picture-state', choice: 'auto', profile: 'smooth-motion' },
      ...{ reason: 'much-moves', limit: 'slow-link', captureIntervalMs },
    }),
  ),
  hex(32).map((pass): PeerMessage => ({ type: 'pass', pass })),
  hex(64).map((proof): PeerMessage => ({ type: 'viewer-proof', proof })),
  fc.tuple(hex(64), hex(64), hex(128)).map(
    ([presenterKey, proof, signature]): PeerMessage => ({
      type: 'presenter-proof',
      presenterKey,
      proof,
      signature,
    }),
  ),
);
const text = hostileJsonText(valid);
const toBytes = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString('base64') });

const toRaw = (input: Input) =>
  typeof input === 'string' ? input : Buffer.from(input.base64, 'base64');

/** What the other side may send over the data channel, before and after it proved itself. */
export const peerMessage = (frames: number): Target<Input> => ({
  name: 'peer-message',
  frames,
  hostile: fc.oneof(
    { arbitrary: text, weight: 6 },
    { arbitrary: text.map((characters) => toBytes(Buffer.from(characters))), weight: 3 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }).map(toBytes), weight: 1 },
  ),
  examine(input) {
    const message = parsePeerMessage(toRaw(input));
    if (message === undefined) return 'rejected';
    checkStable(message, parsePeerMessage);
    return 'accepted';
  },
  feed: (input) => parsePeerMessage(toRaw(input)),
  ordinaryOfLength: (length) => JSON.stringify({ type: 'hello', padding: 'a'.repeat(length) }),
  stretchedToLength: stretched,
  maxLength: 256 * 1024,
});
