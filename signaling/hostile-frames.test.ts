import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createId, startTestService, type TestMember } from './testing/test-room.ts';

const TIME_LIMIT_MS = 8_000;

const ids = ['__proto__', 'constructor', '', '0'.repeat(32), 'f'.repeat(32), 'F'.repeat(32)];
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...ids,
    null,
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    true,
    [],
    {},
    '\ud800',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Messages that are valid, at the wrong time, by the wrong member, or with one field gone odd. */
function messagesAgainst(healthy: { roomId: string; presenter: string; viewer: string }) {
  const peerId = fc.constantFrom(healthy.presenter, healthy.viewer, ids[3], ids[4]);
  const roomId = fc.constantFrom(healthy.roomId, ids[3], ids[4]);
  const opening = { version: fc.constant(1), roomId, peerId };
  const sequence = fc.integer({ min: 1 });
  const valid = fc.oneof(
    fc.record({ type: fc.constant('open-room'), ...opening }),
    fc.record({ type: fc.constant('join'), ...opening, greeting: fc.constant('x') }),
    fc.record({ type: fc.constant('resume'), ...opening, resumeToken: fc.constant(ids[3]) }),
    fc.record({ type: fc.constantFrom('approve', 'deny', 'remove'), peerId }),
    fc.record({ type: fc.constant('lock'), isLocked: fc.boolean() }),
    fc.record({ type: fc.constant('signal'), peerId, sequence, payload: fc.constant('x') }),
    fc.record({ type: fc.constant('signal-ack'), peerId, sequence }),
    fc.record({ type: fc.constantFrom('leave', 'ping') }),
  );
  const bent = fc
    .tuple(valid, fc.constantFrom('type', 'version', 'roomId', 'peerId', 'extra', 'sequence'), odd)
    .map(([message, key, value]) => ({ ...message, [key]: value }));
  return { valid, bent };
}

function framesAgainst(healthy: { roomId: string; presenter: string; viewer: string }) {
  const { valid, bent } = messagesAgainst(healthy);
  const text = fc.oneof(valid, bent, odd).map((value) => JSON.stringify(value) ?? 'undefined');
  const polluting = fc.constantFrom(
    '{"__proto__":{"isPolluted":true},"type":"ping"}',
    '{"type":"ping","constructor":{"prototype":{"isPolluted":true}}}',
    '{"type":"ping","type":"leave"}',
    '1e999999',
    '['.repeat(20_000),
  );
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 2, arbitrary: fc.tuple(text, fc.nat(60)).map(([t, end]) => t.slice(0, end)) },
    { weight: 2, arbitrary: polluting },
    { weight: 1, arbitrary: text.map((t) => Buffer.from(t)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constantFrom(65_536, 65_537, 90_000).map((n) => 'x'.repeat(n)) },
  );
}

test('P40: hostile frames leave a healthy room and the service undisturbed', async () => {
  const { join, joinApproved, open, openRoom, server } = await startTestService({ maxViewers: 2 });
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  // The second seat is taken too, so that an intruder cannot legitimately knock at the healthy room.
  await join(presenter);
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();

  let sequence = 0;
  let frameCount = 0;
  const exchange = async (from: TestMember, to: TestMember) => {
    sequence += 1;
    from.send({ type: 'signal', peerId: to.peerId, sequence, payload: `payload ${sequence}` });
    let arrived = await to.next();
    while (arrived.type === 'turned-away') arrived = await to.next();
    expect(arrived).toEqual({
      type: 'signal',
      peerId: from.peerId,
      sequence,
      payload: `payload ${sequence}`,
    });
  };

  const frames = framesAgainst({
    roomId: presenter.roomId,
    presenter: presenter.peerId,
    viewer: viewer.peerId,
  });
  const attack = fc.asyncProperty(
    fc.array(frames, { minLength: 10, maxLength: 60 }),
    async (list) => {
      const attacker = await open();
      for (const frame of list) attacker.sendRaw(frame);
      frameCount += list.length;
      await exchange(presenter, viewer);
      await exchange(viewer, presenter);
      await attacker.terminate();
    },
  );
  await fc.assert(attack, {
    numRuns: 250,
    interruptAfterTimeLimit: TIME_LIMIT_MS,
    endOnFailure: true,
  });

  expect(frameCount).toBeGreaterThan(2_000);
  expect('isPolluted' in {}).toBe(false);
  await viewer.hasNothingElse();
  const health = await fetch(`http://127.0.0.1:${server.port}/healthz`);
  expect(health.status).toBe(200);
  await joinApproved(await openRoom(createId()));
}, 15_000);
