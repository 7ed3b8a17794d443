import { expect, test } from 'vitest';
import type { ClientMessage } from '../protocol.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createOpening, startTestService } from '../testing/test-room.ts';

const COUNT = 64;
const wrongOrder = (inReplyTo: string) => ({ type: 'refused', code: 'wrong-order', inReplyTo });

const signal = (peerId: string, sequence = 1, payload = 'x') =>
  ({ type: 'signal', peerId, sequence, payload }) as const;
const ack = (peerId: string, sequence = 1) => ({ type: 'signal-ack', peerId, sequence }) as const;
/** The first goes on unread, the second has to be unpacked. */
const kinds = [
  ['signal', signal],
  ['signal with a line break', (peerId: string, at?: number) => signal(peerId, at, '\n')],
  ['acknowledgement', ack],
] as const;

async function wait(options = {}) {
  const service = await startTestService(options);
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  return { service, presenter, viewer };
}

/** Says so many, of which each must arrive. */
async function exchange(
  from: TestClient,
  to: TestClient,
  message: (sequence: number) => ClientMessage,
  count: number,
) {
  for (let sequence = 1; sequence <= count; sequence += 1) from.send(message(sequence));
  for (let sequence = 1; sequence <= count; sequence += 1) {
    expect(await to.next()).toMatchObject({ type: message(1).type, sequence });
  }
}

test.each(kinds)('P20, P21: $0 passes both ways while a viewer waits', async (_, create) => {
  const { presenter, viewer } = await wait();
  for (const [from, to] of [
    [presenter, viewer],
    [viewer, presenter],
  ] as const) {
    for (const sequence of [1, 2, 3]) from.send(create(to.peerId, sequence));
    for (const sequence of [1, 2, 3]) {
      expect(await to.next()).toEqual(create(from.peerId, sequence));
    }
    await from.hasNothingElse();
  }
});

test.each(kinds)('P21: of $0 64 pass each way, one more is refused', async (_, create) => {
  const { presenter, viewer } = await wait();
  for (const [from, to] of [
    [presenter, viewer],
    [viewer, presenter],
  ] as const) {
    await exchange(from, to, (sequence) => create(to.peerId, sequence), COUNT);
    for (let times = 0; times < 40; times += 1) {
      from.send(create(to.peerId));
      expect(await from.next()).toEqual(wrongOrder(create(to.peerId).type));
    }
    await to.hasNothingElse();
  }
  presenter.send({ type: 'approve', peerId: viewer.peerId });
  await viewer.take('joined');
});

test('P21: signals do not use up the acknowledgements', async () => {
  const { presenter, viewer } = await wait();
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), COUNT);
  await exchange(presenter, viewer, (sequence) => ack(viewer.peerId, sequence), COUNT);
  await exchange(presenter, viewer, (sequence) => signal(viewer.peerId, sequence), COUNT);
  await exchange(viewer, presenter, (sequence) => ack(presenter.peerId, sequence), COUNT);
});

test.each(['x', '\n'])('P21: long payloads, as of %j, count as several', async (first) => {
  const { presenter, viewer } = await wait();
  const { peerId } = presenter;
  // Each costs a little more than 12.
  const long = signal(peerId, 1, `${first}${'x'.repeat(48 * 1024 - 1)}`);
  for (let count = 0; count < 5; count += 1) viewer.send(long);
  for (let count = 0; count < 5; count += 1) await presenter.take('signal');
  for (let count = 0; count < 3; count += 1) {
    viewer.send(long);
    expect(await viewer.next()).toEqual(wrongOrder('signal'));
  }
  await exchange(viewer, presenter, (sequence) => signal(peerId, sequence), 3);
  viewer.send(signal(peerId));
  expect(await viewer.next()).toEqual(wrongOrder('signal'));
  await presenter.hasNothingElse();
});

test('P64: nothing that either does fills the count again', async () => {
  const { service, presenter, viewer } = await wait();
  const { peerId, roomId } = viewer;
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), COUNT);
  await exchange(presenter, viewer, (sequence) => signal(peerId, sequence), COUNT);
  viewer.send({ type: 'join', version: 1, roomId, peerId, greeting: 'hello' });
  expect(await viewer.next()).toEqual(wrongOrder('join'));
  viewer.send(signal(presenter.peerId));
  expect(await viewer.next()).toEqual(wrongOrder('signal'));
  presenter.send({ type: 'lock', isLocked: true });
  presenter.send({ type: 'lock', isLocked: false });

  const replacing = await service.resume(viewer);
  const { resumeToken } = await replacing.take('viewer-resumed');
  await presenter.take('peer-back');
  replacing.send(signal(presenter.peerId));
  expect(await replacing.next()).toEqual(wrongOrder('signal'));
  await replacing.terminate();
  await presenter.take('peer-away');
  service.time.advance(60_000);
  const back = await service.resume(viewer, resumeToken);
  await back.take('viewer-resumed');
  await presenter.take('peer-back');

  const presenterBack = await service.open();
  presenterBack.send(createOpening(presenterBack, presenter));
  await presenterBack.take('presenter-resumed');
  await back.take('peer-back');
  back.send(signal(presenter.peerId));
  expect(await back.next()).toEqual(wrongOrder('signal'));
  presenterBack.send(signal(peerId));
  expect(await presenterBack.next()).toEqual(wrongOrder('signal'));
  await presenterBack.hasNothingElse();
  await back.hasNothingElse();
});

test('P64: a viewer that resumes in the middle goes on where it was', async () => {
  const { service, presenter, viewer } = await wait();
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), 40);
  await exchange(presenter, viewer, (sequence) => signal(viewer.peerId, sequence), 50);
  await viewer.terminate();
  await presenter.take('peer-away');
  const back = await service.resume(viewer);
  expect(await back.take('viewer-resumed')).not.toHaveProperty('joined');
  await presenter.take('peer-back');
  await exchange(back, presenter, (sequence) => signal(presenter.peerId, sequence), 24);
  await exchange(presenter, back, (sequence) => signal(viewer.peerId, sequence), 14);
  for (const [from, to] of [
    [back, presenter],
    [presenter, back],
  ] as const) {
    from.send(signal(to.peerId));
    expect(await from.next()).toEqual(wrongOrder('signal'));
  }
});

test.each(kinds)('P22, P64: of $0 nothing counts that is dropped', async (_, create) => {
  const { service, presenter, viewer } = await wait();
  await viewer.terminate();
  await presenter.take('peer-away');
  for (let times = 0; times < 100; times += 1) presenter.send(create(viewer.peerId));
  await presenter.hasNothingElse();
  const back = await service.resume(viewer);
  await back.take('viewer-resumed');
  await presenter.take('peer-back');
  await exchange(presenter, back, (sequence) => create(viewer.peerId, sequence), COUNT);

  await presenter.terminate();
  await back.take('peer-away');
  for (let times = 0; times < 100; times += 1) back.send(create(presenter.peerId));
  await back.hasNothingElse();
  const presenterBack = await service.resume(presenter);
  await presenterBack.take('presenter-resumed');
  await back.take('peer-back');
  await exchange(back, presenterBack, (sequence) => create(presenter.peerId, sequence), COUNT);
});

test('P64: every stay has a count of its own', async () => {
  const { service, presenter, viewer } = await wait();
  const other = await service.join(presenter);
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), COUNT);
  await exchange(presenter, viewer, (sequence) => signal(viewer.peerId, sequence), COUNT);
  await exchange(other, presenter, (sequence) => signal(presenter.peerId, sequence), COUNT);
  await exchange(presenter, other, (sequence) => signal(other.peerId, sequence), COUNT);
});

test('P20, P64: approval loses nothing, changes no order and ends the count', async () => {
  const { presenter, viewer } = await wait();
  const { peerId } = viewer;
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), COUNT);
  viewer.send(signal(presenter.peerId, 65));
  expect(await viewer.next()).toEqual(wrongOrder('signal'));
  presenter.send(signal(peerId, 1));
  presenter.send(ack(peerId, 64));
  presenter.send({ type: 'approve', peerId });
  presenter.send(signal(peerId, 2));
  expect(await viewer.next()).toEqual(signal(presenter.peerId, 1));
  expect(await viewer.next()).toEqual(ack(presenter.peerId, 64));
  await viewer.take('joined');
  expect(await viewer.next()).toEqual(signal(presenter.peerId, 2));
  viewer.send(signal(presenter.peerId, 65));
  expect(await presenter.next()).toEqual(signal(peerId, 65));
  await exchange(viewer, presenter, (sequence) => signal(presenter.peerId, sequence), 2 * COUNT);
  await exchange(presenter, viewer, (sequence) => ack(peerId, sequence), 2 * COUNT);
});
