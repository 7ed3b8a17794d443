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

test.each(both)('P20: $type from viewer to viewer is refused', async (message) => {
  const { joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const [one, other] = [await joinApproved(presenter), await joinApproved(presenter)];
  one.send({ ...message, peerId: other.peerId });
  expect(await one.next()).toEqual(refused('no-such-peer', message.type));
  await other.hasNothingElse();
});

test.each(both)('P20: $type reaches no other room, no stranger, not oneself', async (message) => {
  const { joinApproved, openRoom } = await startTestService();
  const [presenter, otherPresenter] = [await openRoom(), await openRoom()];
  const [viewer, otherViewer] = [await joinApproved(presenter), await joinApproved(otherPresenter)];
  for (const peerId of [otherViewer.peerId, createId(), presenter.peerId]) {
    presenter.send({ ...message, peerId });
    expect(await presenter.next()).toEqual(refused('no-such-peer', message.type));
  }
  for (const peerId of [otherPresenter.peerId, createId(), viewer.peerId]) {
    viewer.send({ ...message, peerId });
    expect(await viewer.next()).toEqual(refused('no-such-peer', message.type));
  }
  await otherViewer.hasNothingElse();
  await otherPresenter.hasNothingElse();
});

test.each(both)('P20, P21: $type to and from a waiting viewer is refused', async (message) => {
  const { join, openRoom } = await startTestService();
  const presenter = await openRoom();
  const waiting = await join(presenter);
  presenter.send({ ...message, peerId: waiting.peerId });
  expect(await presenter.next()).toEqual(refused('no-such-peer', message.type));
  waiting.send({ ...message, peerId: presenter.peerId });
  expect(await waiting.next()).toEqual(refused('wrong-order', message.type));
  await presenter.hasNothingElse();
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
