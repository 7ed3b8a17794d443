import { expect, test } from 'vitest';
import { createId, startTestService } from '../testing/test-room.ts';

const trustedProxies = ['127.0.0.1'];
const from = (address: string) => ({ 'x-forwarded-for': address });
const noSuchRoom = { type: 'refused', code: 'no-such-room', inReplyTo: 'join' };

type Service = Awaited<ReturnType<typeof startTestService>>;

async function knock({ open }: Service, roomId: string, address: string) {
  const client = await open(from(address));
  client.send({ type: 'join', version: 1, roomId, peerId: createId(), greeting: 'x' });
  return client.next();
}

test('P50: a blocked viewer is removed or denied', async () => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const [approved, waiting] = [await joinApproved(presenter), await join(presenter)];
  presenter.send({ type: 'block', peerId: approved.peerId });
  expect(await approved.next()).toEqual({ type: 'ended', reason: 'removed' });
  expect(await approved.closed).toBe(1000);
  presenter.send({ type: 'block', peerId: waiting.peerId });
  expect(await waiting.next()).toEqual({ type: 'ended', reason: 'denied' });
  await presenter.hasNothingElse();
});

test('P50: nobody from that address asks again, in this room; the presenter is not told', async () => {
  const service = await startTestService({ trustedProxies });
  const [presenter, other] = [await service.openRoom(), await service.openRoom()];
  const viewer = await service.join(presenter, from('203.0.113.7'));
  presenter.send({ type: 'block', peerId: viewer.peerId });
  await viewer.closed;
  const { roomId } = presenter;
  expect(await knock(service, roomId, '203.0.113.7')).toEqual(noSuchRoom);
  await presenter.hasNothingElse();
  expect(await knock(service, roomId, '203.0.113.8')).toMatchObject({ type: 'waiting' });
  expect(await knock(service, other.roomId, '203.0.113.7')).toMatchObject({ type: 'waiting' });
});

test('P50: of an IPv6 address the /64 is blocked', async () => {
  const service = await startTestService({ trustedProxies });
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter, from('2001:db8::1'));
  presenter.send({ type: 'block', peerId: viewer.peerId });
  await viewer.closed;
  const { roomId } = presenter;
  expect(await knock(service, roomId, '2001:db8::ffff:2')).toEqual(noSuchRoom);
  expect(await knock(service, roomId, '2001:db8:0:1::1')).toMatchObject({ type: 'waiting' });
});

test('P50: a viewer that came back is blocked from where it is now', async () => {
  const service = await startTestService({ trustedProxies });
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter, from('203.0.113.7'));
  const back = await service.resume(viewer, viewer.resumeToken, from('203.0.113.9'));
  await back.take('viewer-resumed');
  await presenter.take('peer-back');
  presenter.send({ type: 'block', peerId: viewer.peerId });
  await back.closed;
  expect(await knock(service, presenter.roomId, '203.0.113.9')).toEqual(noSuchRoom);
});

test('P50: the others of that address keep their seats', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const [blocked, stays] = [await service.join(presenter), await service.joinApproved(presenter)];
  presenter.send({ type: 'block', peerId: blocked.peerId });
  await blocked.closed;
  await (await service.resume(stays)).take('viewer-resumed');
});

test('P17, P18, P50: only the presenter blocks, and only who has a seat', async () => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const [viewer, waiting] = [await joinApproved(presenter), await join(presenter)];
  viewer.send({ type: 'block', peerId: waiting.peerId });
  expect(await viewer.next()).toMatchObject({ code: 'wrong-role', inReplyTo: 'block' });
  for (const peerId of [createId(), presenter.peerId]) {
    presenter.send({ type: 'block', peerId });
    expect(await presenter.next()).toMatchObject({ code: 'no-such-peer', inReplyTo: 'block' });
  }
  await waiting.hasNothingElse();
});

test('P86: the program around the service can ask whom a presenter has blocked', async () => {
  const { server, openRoom, join } = await startTestService({ trustedProxies });
  const presenter = await openRoom();
  const viewer = await join(presenter, from('203.0.113.7'));
  expect(server.isBlocked('203.0.113.7')).toBe(false);
  presenter.send({ type: 'block', peerId: viewer.peerId });
  await viewer.closed;
  expect(server.isBlocked('203.0.113.7')).toBe(true);
  expect(server.isBlocked('::ffff:203.0.113.7')).toBe(true);
  expect(server.isBlocked('203.0.113.8')).toBe(false);
  expect(server.isBlocked('no address')).toBe(false);
});
