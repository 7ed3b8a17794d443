import { expect, test } from 'vitest';
import type { ClientMessage } from './protocol.ts';
import { type MemoryLine, startMemoryService } from './testing/memory-line.ts';
import { createId, createOpening } from './testing/test-room.ts';

const LONGEST = 48 * 1024;

/** A presenter and an approved viewer whose every write can be seen, and who have read all so far. */
async function meet(options = {}) {
  const service = startMemoryService(options);
  const [presenter, viewer] = [await service.open(), await service.open()];
  const [presenterId, viewerId, roomId] = [createId(), createId(), createId()];
  const { nonce } = JSON.parse(presenter.writes[0]?.[0] ?? '');
  await presenter.say(createOpening({ nonce }, { roomId, peerId: presenterId }));
  await viewer.say({ type: 'join', version: 1, roomId, peerId: viewerId, greeting: 'hello' });
  await presenter.say({ type: 'approve', peerId: viewerId });
  for (const { writes } of [presenter, viewer]) writes.length = 0;
  const signal = (peerId: string, sequence: number, length: number, letter = 'x') =>
    ({ type: 'signal', peerId, sequence, payload: letter.repeat(length) }) as const;
  return { presenter, viewer, presenterId, viewerId, signal };
}

/** What was written at once, each text unpacked. */
const read = ({ writes }: MemoryLine) =>
  writes.map((texts) => texts.map((text) => (text.startsWith('{') ? JSON.parse(text) : text)));

test('P19: a burst leaves in one write, whole and in order, relayed unread or not', async () => {
  const { presenter, viewer, presenterId, viewerId, signal } = await meet();
  const burst: (ClientMessage & { peerId: string })[] = [
    signal(viewerId, 1, 6_000),
    { type: 'signal-ack', peerId: viewerId, sequence: 7 },
    signal(viewerId, 2, 1),
    // Has to be unpacked.
    signal(viewerId, 3, 100, '\n'),
    signal(viewerId, 4, LONGEST),
    signal(viewerId, 5, 400),
  ];
  await presenter.say(...burst);
  expect(read(viewer)).toEqual([burst.map((message) => ({ ...message, peerId: presenterId }))]);
});

test('P19: frames of every form of length follow each other in one write', async () => {
  const { presenter, viewer, presenterId, viewerId, signal } = await meet();
  const empty = JSON.stringify(signal(viewerId, 1, 0)).length;
  const burst = [124, 125, 126, 127, LONGEST].map((length) => signal(viewerId, 1, length - empty));
  await presenter.say(...burst);
  expect(read(viewer)).toEqual([burst.map((message) => ({ ...message, peerId: presenterId }))]);
  expect(viewer.writes[0]?.map(({ length }) => length)).toEqual([124, 125, 126, 127, LONGEST]);
});

test('P19: answers of the WebSocket library keep their place among ours', async () => {
  const { viewer } = await meet();
  await viewer.say({ type: 'ping' }, 'WebSocket ping', { type: 'ping' });
  expect(read(viewer)).toEqual([[{ type: 'pong' }, 'opcode 10', { type: 'pong' }]]);
});

test('P19: the end of a membership comes after the burst before it', async () => {
  const { presenter, viewer, presenterId, viewerId, signal } = await meet();
  await presenter.say(signal(viewerId, 1, 500), signal(viewerId, 2, 500), {
    type: 'remove',
    peerId: viewerId,
  });
  expect(read(viewer)).toEqual([
    [
      signal(presenterId, 1, 500),
      signal(presenterId, 2, 500),
      { type: 'ended', reason: 'removed' },
      'opcode 8',
    ],
  ]);
});

test('P35: a burst of more than may wait does not cut who reads', async () => {
  const { presenter, viewer, presenterId, viewerId, signal } = await meet({
    maxBufferedBytes: 2 * LONGEST,
  });
  const burst = [1, 2, 3, 4, 5].map((sequence) => signal(viewerId, sequence, LONGEST));
  await presenter.say(...burst);
  expect(viewer.isCut).toBe(false);
  expect(read(viewer).flat()).toEqual(
    burst.map((message) => ({ ...message, peerId: presenterId })),
  );
});

test('P35: who takes nothing is cut in the middle of a burst, as soon as too much waits', async () => {
  const { presenter, viewer, viewerId, signal } = await meet({ maxBufferedBytes: 2 * LONGEST });
  viewer.stopTaking();
  await presenter.say(signal(viewerId, 1, LONGEST));
  expect(viewer.isCut).toBe(false);
  await presenter.say(signal(viewerId, 2, LONGEST), signal(viewerId, 3, 1));
  expect(viewer.isCut).toBe(true);
});
