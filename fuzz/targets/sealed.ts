import * as fc from 'fast-check';
import { createSeal, openGreeting, sealGreeting } from '../../renderer/trust/seal.ts';
import { LIMITS } from '../../signaling/protocol.ts';
import { anyText } from '../generate/hostile-json.ts';
import { stretched } from '../generate/hostile-text.ts';
import { mutated } from '../generate/mutation.ts';
import { promise, type Target } from '../target.ts';

type SealedSignal = { readonly sealed: string; readonly sequence: number };

const TEXTS = 24;
const roomKey = new Uint8Array(32).fill(7);
const pair = { roomId: 'a'.repeat(32), presenterId: 'b'.repeat(32), viewerId: 'c'.repeat(32) };
const viewer = { roomId: pair.roomId, viewerId: pair.viewerId };

let filled = 0;
/** Not random at all: the same run must seal the same bytes. */
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => {
  filled += 1;
  bytes.fill(filled % 256);
  new DataView(bytes.buffer).setUint32(0, filled);
};

const presenterSeal = createSeal(roomKey, pair, 'presenter', fillRandom);
const viewerSeal = createSeal(roomKey, pair, 'viewer', fillRandom);
const textOf = (sequence: number) => `signal ${sequence} ${'é'.repeat(sequence * 3)}`;
const sequences = Array.from({ length: TEXTS }, (_, index) => index + 1);
const toOpen = new Map(
  sequences.map((sequence) => [presenterSeal.seal(textOf(sequence), sequence), sequence]),
);

/** Sealed by somebody who may well know the code, but not by the presenter for this viewer. */
const strangers = [
  viewerSeal,
  createSeal(new Uint8Array(32).fill(8), pair, 'presenter', fillRandom),
  createSeal(roomKey, { ...pair, viewerId: 'd'.repeat(32) }, 'presenter', fillRandom),
  createSeal(roomKey, { ...pair, presenterId: 'd'.repeat(32) }, 'presenter', fillRandom),
  createSeal(roomKey, { ...pair, roomId: 'd'.repeat(32) }, 'presenter', fillRandom),
].flatMap((seal) => sequences.map((sequence) => seal.seal(textOf(sequence), sequence)));

const greetings = ['', 'hello', 'é'.repeat(40)];
const sealedGreetings = new Map(
  greetings.map((text) => [sealGreeting(roomKey, viewer, text, fillRandom), text]),
);
const otherGreetings = [
  sealGreeting(roomKey, { ...viewer, viewerId: 'd'.repeat(32) }, 'hello', fillRandom),
  sealGreeting(roomKey, { ...viewer, roomId: 'd'.repeat(32) }, 'hello', fillRandom),
  sealGreeting(new Uint8Array(32).fill(8), viewer, 'hello', fillRandom),
];

const ours = fc.constantFrom(...toOpen.keys());
const foreign = fc.constantFrom(...strangers, ...sealedGreetings.keys(), ...otherGreetings);

const hostileSeal = fc.oneof(
  { arbitrary: ours, weight: 3 },
  { arbitrary: mutated(ours), weight: 6 },
  { arbitrary: foreign, weight: 2 },
  { arbitrary: mutated(foreign), weight: 1 },
  { arbitrary: anyText.map((text) => `sealed1.${text}`), weight: 1 },
  { arbitrary: anyText, weight: 1 },
);
const anySequence = fc.oneof(fc.constantFrom(...sequences), fc.maxSafeInteger());
const plain = { noNullPrototype: true } as const;

/** What a server or a stranger may pass off as a signal of the presenter. */
export const sealedSignal = (frames: number): Target<SealedSignal> => ({
  name: 'sealed-signal',
  frames,
  hostile: fc.oneof(
    {
      arbitrary: fc.constantFrom(...toOpen).map(([sealed, sequence]) => ({ sealed, sequence })),
      weight: 1,
    },
    { arbitrary: fc.record({ sealed: hostileSeal, sequence: anySequence }, plain), weight: 9 },
  ),
  examine({ sealed, sequence }) {
    const opened = viewerSeal.open(sealed, sequence);
    const isOurs = toOpen.get(sealed) === sequence;
    const promised = 'a signal opens exactly when the presenter sealed it for us, as this sequence';
    promise(opened === (isOurs ? textOf(sequence) : undefined), promised);
    return isOurs ? 'accepted' : 'rejected';
  },
  feed: ({ sealed, sequence }) => viewerSeal.open(sealed, sequence),
  ordinaryOfLength: (length) => ({
    sealed: presenterSeal.seal('a'.repeat(Math.ceil((length * 3) / 4)), 1),
    sequence: 1,
  }),
  stretchedToLength: (length) =>
    stretched(length)
      .flatMap((text) => [text, `sealed1.${text}`])
      .map((sealed) => ({ sealed, sequence: 1 })),
  maxLength: LIMITS.payloadLength,
});

/** What a stranger may pass off as a greeting made with the code. */
export const sealedGreeting = (frames: number): Target<string> => ({
  name: 'sealed-greeting',
  frames,
  hostile: fc.oneof(
    { arbitrary: fc.constantFrom(...sealedGreetings.keys()), weight: 1 },
    { arbitrary: mutated(fc.constantFrom(...sealedGreetings.keys())), weight: 4 },
    { arbitrary: fc.oneof(ours, foreign), weight: 2 },
    { arbitrary: anyText, weight: 1 },
  ),
  examine(sealed) {
    const opened = openGreeting(roomKey, viewer, sealed);
    const promised = 'a greeting opens exactly when it was sealed for this viewer';
    promise(opened === sealedGreetings.get(sealed), promised);
    return opened === undefined ? 'rejected' : 'accepted';
  },
  feed: (sealed) => openGreeting(roomKey, viewer, sealed),
  ordinaryOfLength: (length) =>
    sealGreeting(roomKey, viewer, 'a'.repeat(Math.ceil((length * 3) / 4)), fillRandom),
  stretchedToLength: stretched,
  maxLength: LIMITS.greetingLength,
});
