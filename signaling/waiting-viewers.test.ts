import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientMessage, ServerMessage } from './protocol.ts';
import { type MemoryLine, startMemoryService } from './testing/memory-line.ts';
import { createId, createOpening } from './testing/test-room.ts';

const VIEWERS = 3;
const MANY = 1_000_000;
const options = { viewerMessagesPerSecond: MANY, presenterMessagesPerSecond: MANY };

const viewer = fc.nat({ max: VIEWERS - 1 });
/** 0 is the presenter, the others are viewers; -1 is nobody. */
const anybody = fc.integer({ min: -1, max: VIEWERS });
const sender = fc.nat({ max: VIEWERS });
const pair = fc.oneof(
  { arbitrary: fc.tuple(sender, anybody), weight: 1 },
  { arbitrary: viewer.map((index) => [0, index + 1] as const), weight: 2 },
  { arbitrary: viewer.map((index) => [index + 1, 0] as const), weight: 2 },
);
const saying = fc.record({
  kind: fc.constant('say' as const),
  pair,
  type: fc.constantFrom('signal' as const, 'signal-ack' as const),
  payload: fc.constantFrom('x', '\n', 'x'.repeat(5_000), `\n${'x'.repeat(10_000)}`),
  times: fc.integer({ min: 1, max: 30 }),
});
const decision = fc.record({ kind: fc.constantFrom('approve' as const, 'deny' as const), viewer });
const deed = fc.oneof({ arbitrary: saying, weight: 30 }, { arbitrary: decision, weight: 1 });
type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

type Standing = 'waiting' | 'approved' | 'ended';
type Model = { readonly standings: Standing[]; readonly spent: Map<string, number> };

/** By the rules, written down once more: whether this is passed on, or why not. */
function judge({ standings, spent }: Model, { pair: [from, to], type }: Saying, byteCount: number) {
  const isUnheard = from > 0 && standings[from - 1] === 'ended';
  if (isUnheard) return 'unheard';
  const viewerNumber = from === 0 ? to : from;
  const isPair = viewerNumber > 0 && (from === 0 || to === 0);
  const standing = standings[viewerNumber - 1];
  if (!isPair || standing === 'ended') return 'no-such-peer';
  if (standing === 'approved') return 'passed';
  const count = `${from} ${to} ${type}`;
  const sum = (spent.get(count) ?? 0) + Math.max(1, byteCount / 4_096);
  if (sum > 64) return 'wrong-order';
  spent.set(count, sum);
  return 'passed';
}

async function fillRoom() {
  const service = startMemoryService(options);
  const ids = Array.from({ length: VIEWERS + 1 }, createId);
  const [peerId = '', ...viewerIds] = ids;
  const [roomId, presenter] = [createId(), await service.open()];
  const { nonce } = JSON.parse(presenter.writes[0]?.[0] ?? '');
  await presenter.say(createOpening({ nonce }, { roomId, peerId }));
  const lines = [presenter];
  for (const viewerId of viewerIds) {
    const line = await service.open();
    await line.say({ type: 'join', version: 1, roomId, peerId: viewerId, greeting: 'x' });
    lines.push(line);
  }
  const at = (place: number) => ids[place] ?? 'f'.repeat(32);
  return { lines, at };
}

/** What a line was told since the last look, but for close frames. */
function takeTold({ writes }: MemoryLine): ServerMessage[] {
  const texts = writes.splice(0).flat();
  return texts.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text));
}

test('P20, P21, P64, P65: whatever is said in whatever order, only what may pass passes', async () => {
  const seen = new Set<string>();
  const attack = fc.asyncProperty(
    fc.array(deed, { minLength: 20, maxLength: 80 }),
    async (deeds) => {
      const { lines, at } = await fillRoom();
      const model: Model = { standings: lines.slice(1).map(() => 'waiting'), spent: new Map() };
      for (const line of lines) takeTold(line);
      for (const done of deeds) {
        if (done.kind !== 'say') {
          const { kind, viewer: index } = done;
          const isWaiting = model.standings[index] === 'waiting';
          if (isWaiting) model.standings[index] = kind === 'approve' ? 'approved' : 'ended';
          await lines[0]?.say({ type: kind, peerId: at(index + 1) });
          for (const line of lines) takeTold(line);
          continue;
        }
        const { type, payload, times } = done;
        const [from, to] = done.pair;
        const said = { type, peerId: at(to), sequence: 1, ...(type === 'signal' && { payload }) };
        const expected: unknown[][] = lines.map(() => []);
        for (let time = 0; time < times; time += 1) {
          const verdict = judge(model, done, Buffer.byteLength(JSON.stringify(said)));
          seen.add(verdict);
          if (verdict === 'passed') expected[to]?.push({ ...said, peerId: at(from) });
          else if (verdict !== 'unheard') {
            expected[from]?.push({ type: 'refused', code: verdict, inReplyTo: type });
          }
        }
        await lines[from]?.say(...Array.from({ length: times }, () => said as ClientMessage));
        expect(lines.map(takeTold)).toEqual(expected);
      }
    },
  );
  await fc.assert(attack, { numRuns: 20 });
  expect([...seen].sort()).toEqual(['no-such-peer', 'passed', 'unheard', 'wrong-order']);
});
