import { expect, test } from 'vitest';
import { startTestService } from '../testing/test-room.ts';

test('P31: with its presenter the room ends for everyone', async () => {
  const { join, joinApproved, openRoom } = await startTestService();
  const presenter = await openRoom();
  const viewers = [await join(presenter), await joinApproved(presenter)];
  const told: string[] = [];
  presenter.socket.on('message', (bytes) => told.push(bytes.toString()));
  presenter.send({ type: 'leave' });
  for (const viewer of viewers) {
    expect(await viewer.next()).toEqual({ type: 'ended', reason: 'presenter-left' });
    expect(await viewer.closed).toBe(1000);
  }
  expect(await presenter.closed).toBe(1000);
  expect(told).toEqual([]);
  await openRoom(presenter.roomId);
});

test.each(['join', 'joinApproved'] as const)('P32: a viewer leaves after %s', async (how) => {
  const service = await startTestService({ maxViewers: 1 });
  const presenter = await service.openRoom();
  const viewer = await service[how](presenter);
  viewer.send({ type: 'leave' });
  expect(await presenter.next()).toEqual({ type: 'peer-left', peerId: viewer.peerId });
  expect(await viewer.closed).toBe(1000);
  await service.join(presenter);
  await presenter.hasNothingElse();
});

test('P33: a room without viewers that says nothing ends after six hours', async () => {
  const { openRoom, time } = await startTestService();
  const presenter = await openRoom();
  time.advance(6 * 3_600_000 - 120_000);
  await presenter.hasNothingElse();
  time.advance(180_000);
  expect(await presenter.next()).toEqual({ type: 'ended', reason: 'room-idle' });
  expect(await presenter.closed).toBe(1000);
});

test('P33: a viewer, away or not, keeps the room; idling starts when it is gone', async () => {
  const limits = { roomIdleMs: 100_000, roomSweepMs: 1_000, viewerResumeMs: 150_000 };
  const { join, openRoom, time } = await startTestService(limits);
  const presenter = await openRoom();
  const viewer = await join(presenter);
  time.advance(300_000);
  await viewer.terminate();
  await presenter.take('peer-away');
  time.advance(150_000);
  await presenter.take('peer-left');
  time.advance(90_000);
  await presenter.hasNothingElse();
  time.advance(15_000);
  await presenter.take('ended');
});

test('P33, P59: anything but pings and questions for ICE servers counts as something said', async () => {
  const { openRoom, time } = await startTestService({ roomIdleMs: 100_000, roomSweepMs: 1_000 });
  const presenter = await openRoom();
  time.advance(60_000);
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();
  time.advance(60_000);
  presenter.send({ type: 'ask-ice-servers' });
  await presenter.take('ice-servers');
  await presenter.hasNothingElse();
  time.advance(60_000);
  await presenter.take('ended');
});
