import { expect, test } from 'vitest';
import { createId, startTestService } from '../testing/test-room.ts';

const payload = 'sealed \u0000 "\\ \ud83d\ude00';
const refused = (code: string, inReplyTo: string) => ({ type: 'refused', code, inReplyTo });

test('P19: signals and acknowledgements pass both ways, unread and in order', async () => {
  const { joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  const pairs = [
    [presenter, viewer],
    [viewer, presenter],
  ] as const;
  for (const [from, to] of pairs) {
    for (let sequence = 1; sequence <= 50; sequence += 1) {
      from.send({ type: 'signal', peerId: to.peerId, sequence, payload });
    }
    from.send({ type: 'signal-ack', peerId: to.peerId, sequence: 7 });
    const { peerId } = from;
    for (let sequence = 1; sequence <= 50; sequence += 1) {
      expect(await to.next()).toEqual({ type: 'signal', peerId, sequence, payload });
    }
    expect(await to.next()).toEqual({ type: 'signal-ack', peerId, sequence: 7 });
  }
});

const both = [
  { type: 'signal', sequence: 1, payload },
  { type: 'signal-ack', sequence: 1 },
] as const;

test.each(both)('P20: $type reaches no other room, no stranger, not oneself', async (message) => {
  const { join, joinApproved, openRoom } = await startTestService();
  const [presenter, otherPresenter] = [await openRoom(), await openRoom()];
  const viewers = [await joinApproved(presenter), await join(presenter)];
  const others = [await joinApproved(otherPresenter), await join(otherPresenter)];
  const otherIds = others.map(({ peerId }) => peerId);
  for (const peerId of [...otherIds, otherPresenter.peerId, createId(), presenter.peerId]) {
    presenter.send({ ...message, peerId });
    expect(await presenter.next()).toEqual(refused('no-such-peer', message.type));
  }
  for (const viewer of viewers) {
    for (const peerId of [...otherIds, otherPresenter.peerId, createId(), viewer.peerId]) {
      viewer.send({ ...message, peerId });
      expect(await viewer.next()).toEqual(refused('no-such-peer', message.type));
    }
  }
  for (const other of others) await other.hasNothingElse();
  await otherPresenter.hasNothingElse();
});

test.each(both)('P20: no $type reaches another viewer, waiting or approved', async (message) => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewers = [await join(presenter), await join(presenter), await joinApproved(presenter)];
  for (const from of viewers) {
    for (const { peerId } of viewers) {
      from.send({ ...message, peerId });
      expect(await from.next()).toEqual(refused('no-such-peer', message.type));
    }
  }
  for (const member of [presenter, ...viewers]) await member.hasNothingElse();
});

test.each(both)('P22: $type to an away peer is dropped without a word', async (message) => {
  const { joinApproved, openRoom, resume } = await startTestService();
  const presenter = await openRoom();
  const viewer = await joinApproved(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  presenter.send({ ...message, peerId: viewer.peerId });
  await presenter.hasNothingElse();
  const back = await resume(viewer);
  await back.take('viewer-resumed');
  await back.hasNothingElse();
});

test('P23: ping answers pong', async () => {
  const { openRoom } = await startTestService();
  const presenter = await openRoom();
  presenter.send({ type: 'ping' });
  expect(await presenter.next()).toEqual({ type: 'pong' });
});
