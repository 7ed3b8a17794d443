import { expect, test } from 'vitest';
import { createId, createKeys, createOpening, startTestService } from '../testing/test-room.ts';

const signal = (peerId: string) => ({ type: 'signal', peerId, sequence: 1, payload: 'x' }) as const;
const ack = (peerId: string) => ({ type: 'signal-ack', peerId, sequence: 1 }) as const;
const refused = (code: string, inReplyTo: string) => ({ type: 'refused', code, inReplyTo });

/** A viewer and its presenter in the middle of an exchange before anybody decided. */
async function begin() {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  presenter.send(signal(viewer.peerId));
  await viewer.take('signal');
  viewer.send(ack(presenter.peerId));
  await presenter.take('signal-ack');
  return { service, presenter, viewer };
}

test.each(['deny', 'block'] as const)(
  'P65: after %s in the middle nothing passes',
  async (type) => {
    const { service, presenter, viewer } = await begin();
    const { peerId } = viewer;
    presenter.send(signal(peerId));
    presenter.send({ type, peerId });
    presenter.send(signal(peerId));
    presenter.send(ack(peerId));
    await viewer.take('signal');
    expect(await viewer.next()).toEqual({ type: 'ended', reason: 'denied' });
    // Said before the socket is closed, heard after it was ended.
    viewer.send(signal(presenter.peerId));
    expect(await viewer.closed).toBe(1000);
    expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));
    expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal-ack'));

    const back = await service.resume(viewer);
    back.send(signal(presenter.peerId));
    expect(await back.next()).toEqual({ type: 'ended', reason: 'denied' });
    expect(await back.closed).toBe(1000);
    await presenter.hasNothingElse();
  },
);

test('P65: nor to and from a viewer that was away when it was denied', async () => {
  const { service, presenter, viewer } = await begin();
  const { peerId } = viewer;
  await viewer.terminate();
  await presenter.take('peer-away');
  presenter.send({ type: 'deny', peerId });
  presenter.send(signal(peerId));
  expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));
  const back = await service.resume(viewer);
  back.send(signal(presenter.peerId));
  expect(await back.next()).toEqual({ type: 'ended', reason: 'denied' });
  await presenter.hasNothingElse();
});

test('P65: nor after it was approved and then removed', async () => {
  const { presenter, viewer } = await begin();
  const { peerId } = viewer;
  presenter.send({ type: 'approve', peerId });
  presenter.send({ type: 'remove', peerId });
  presenter.send(signal(peerId));
  await viewer.take('joined');
  expect(await viewer.next()).toEqual({ type: 'ended', reason: 'removed' });
  viewer.send(signal(presenter.peerId));
  expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));
  expect(await viewer.closed).toBe(1000);
  await presenter.hasNothingElse();
});

test('P65: nor after it left, or its time away was over', async () => {
  const { service, presenter, viewer } = await begin();
  const late = await service.join(presenter);
  viewer.send({ type: 'leave' });
  await presenter.take('peer-left');
  await late.terminate();
  await presenter.take('peer-away');
  service.time.advance(2 * 60_000);
  await presenter.take('peer-left');
  for (const { peerId } of [viewer, late]) {
    presenter.send(signal(peerId));
    expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));
  }
  const back = await service.resume(late);
  expect(await back.next()).toEqual(refused('resume-failed', 'resume'));
  back.send(signal(presenter.peerId));
  expect(await back.next()).toEqual(refused('wrong-order', 'signal'));
  await presenter.hasNothingElse();
});

test('P16, P65: who was kept out says and hears nothing; who waits goes on', async () => {
  const { service, presenter, viewer } = await begin();
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();
  const stranger = await service.open();
  const peerId = createId();
  const { roomId } = presenter;
  stranger.send({ type: 'join', version: 1, roomId, peerId, greeting: 'x' });
  expect(await stranger.next()).toEqual(refused('no-such-room', 'join'));
  await presenter.take('turned-away');
  for (const message of [signal(presenter.peerId), ack(presenter.peerId)]) {
    stranger.send(message);
    expect(await stranger.next()).toEqual(refused('wrong-order', message.type));
  }
  presenter.send(signal(peerId));
  expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));

  viewer.send(signal(presenter.peerId));
  expect(await presenter.next()).toEqual(signal(viewer.peerId));
  presenter.send(signal(viewer.peerId));
  expect(await viewer.next()).toEqual(signal(presenter.peerId));
});

test('P48, P49: in a contested room a viewer that waits learns and reaches its own presenter', async () => {
  const service = await startTestService();
  const squatter = await service.openRoom();
  const { roomId } = squatter;
  const victim = await service.join(squatter);
  const [client, keys, presenterId] = [await service.open(), createKeys(), createId()];
  client.send(createOpening(client, { roomId, peerId: presenterId, keys, isReopening: true }));
  const { resumeToken } = await client.take('room-opened');
  const presenter = { ...client, roomId, peerId: presenterId, resumeToken };
  for (const one of [presenter, squatter]) await one.take('contested');

  const viewer = await service.open();
  const { presenterKey } = keys;
  const ids = { version: 1, roomId, peerId: createId() } as const;
  viewer.send({ type: 'join', ...ids, greeting: 'x', presenterKey });
  const told = await viewer.take('waiting');
  expect(told.presenterId).toBe(presenterId);
  await presenter.take('join-request');

  viewer.send(signal(squatter.peerId));
  expect(await viewer.next()).toEqual(refused('no-such-peer', 'signal'));
  squatter.send(signal(ids.peerId));
  expect(await squatter.next()).toEqual(refused('no-such-peer', 'signal'));
  presenter.send(signal(victim.peerId));
  expect(await presenter.next()).toEqual(refused('no-such-peer', 'signal'));

  const back = await service.resume({ ...viewer, ...ids, resumeToken: told.resumeToken });
  expect((await back.take('viewer-resumed')).presenterId).toBe(presenterId);
  const victimBack = await service.resume(victim);
  expect((await victimBack.take('viewer-resumed')).presenterId).toBe(squatter.peerId);
  await presenter.take('peer-back');
  back.send(signal(presenterId));
  expect(await presenter.next()).toEqual(signal(ids.peerId));
});

test('P10, P47: a presenter that opens its room anew after a restart is told under its old id', async () => {
  const before = await startTestService();
  const presenter = await before.openRoom();
  const { roomId, peerId, keys } = presenter;
  const { presenterKey } = keys;
  const restarted = await startTestService();
  const client = await restarted.open();
  client.send(createOpening(client, { roomId, peerId, keys, isReopening: true }));
  await client.take('room-opened');
  const viewer = await restarted.open();
  viewer.send({
    type: 'join',
    version: 1,
    roomId,
    peerId: createId(),
    greeting: 'x',
    presenterKey,
  });
  expect((await viewer.take('waiting')).presenterId).toBe(peerId);
});
