import { expect, test } from 'vitest';
import { createId, startTestService } from '../testing/test-room.ts';

const stunUrls = ['stun:stun.example.org'];
const resumeFailed = { type: 'refused', code: 'resume-failed', inReplyTo: 'resume' };
const token = expect.stringMatching(/^[0-9a-f]{32}$/);

test('P24, P25: a presenter comes back to the whole room', async () => {
  const service = await startTestService({ stunUrls, maxViewers: 5 });
  const presenter = await service.openRoom();
  const approved = await service.joinApproved(presenter);
  const waiting = await service.join(presenter);
  const away = await service.joinApproved(presenter);
  presenter.send({ type: 'lock', isLocked: true });
  await presenter.hasNothingElse();
  await presenter.terminate();
  const { peerId } = presenter;
  for (const viewer of [approved, waiting, away]) {
    expect(await viewer.next()).toEqual({ type: 'peer-away', peerId });
  }
  await away.terminate();

  const back = await service.resume(presenter);
  const answer = await back.take('presenter-resumed');
  expect(answer).toEqual({
    type: 'presenter-resumed',
    resumeToken: token,
    iceServers: [{ urls: stunUrls }],
    origins: service.server.origins,
    viewerLimit: 5,
    isLocked: true,
    viewers: [
      { peerId: approved.peerId, greeting: 'hello', isApproved: true, isAway: false },
      { peerId: waiting.peerId, greeting: 'hello', isApproved: false, isAway: false },
      { peerId: away.peerId, greeting: 'hello', isApproved: true, isAway: true },
    ],
  });
  expect(answer.resumeToken).not.toBe(presenter.resumeToken);
  for (const viewer of [approved, waiting]) {
    expect(await viewer.next()).toEqual({ type: 'peer-back', peerId });
  }
  back.send({ type: 'approve', peerId: waiting.peerId });
  await waiting.take('joined');
});

test('P24, P25: an approved viewer comes back and signals again', async () => {
  const service = await startTestService({ stunUrls });
  const presenter = await service.openRoom();
  const bystander = await service.joinApproved(presenter);
  const viewer = await service.joinApproved(presenter);
  const { peerId } = viewer;
  await viewer.terminate();
  expect(await presenter.next()).toEqual({ type: 'peer-away', peerId });
  const back = await service.resume(viewer);
  expect(await back.next()).toEqual({
    type: 'viewer-resumed',
    resumeToken: token,
    presenterId: presenter.peerId,
    joined: { presenterId: presenter.peerId, iceServers: [{ urls: stunUrls }] },
  });
  expect(await presenter.next()).toEqual({ type: 'peer-back', peerId });
  presenter.send({ type: 'signal', peerId, sequence: 1, payload: 'x' });
  await back.take('signal');
  await bystander.hasNothingElse();
});

test('P13, P25: a waiting viewer that comes back still waits, without ICE servers', async () => {
  const service = await startTestService({ stunUrls });
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  const back = await service.resume(viewer);
  const presenterId = presenter.peerId;
  expect(await back.next()).toEqual({ type: 'viewer-resumed', resumeToken: token, presenterId });
  await back.hasNothingElse();
  await presenter.take('peer-back');
  presenter.send({ type: 'approve', peerId: viewer.peerId });
  await back.take('joined');
});

test('P25: a viewer approved while away learns it on its return', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  presenter.send({ type: 'approve', peerId: viewer.peerId });
  await presenter.hasNothingElse();
  const back = await service.resume(viewer);
  expect((await back.take('viewer-resumed')).joined?.presenterId).toBe(presenter.peerId);
});

test('P25: a viewer that comes back to an away presenter is told so', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const [viewer, witness] = [await service.join(presenter), await service.join(presenter)];
  await viewer.terminate();
  await presenter.take('peer-away');
  await presenter.terminate();
  await witness.take('peer-away');
  const back = await service.resume(viewer);
  expect((await back.take('viewer-resumed')).presenterId).toBe(presenter.peerId);
  expect(await back.next()).toEqual({ type: 'peer-away', peerId: presenter.peerId });
});

test('P24: coming back stops the window', async () => {
  const service = await startTestService({ viewerResumeMs: 1_000, presenterResumeMs: 1_000 });
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  const viewerBack = await service.resume(viewer);
  await viewerBack.take('viewer-resumed');
  await presenter.take('peer-back');
  await presenter.terminate();
  await viewerBack.take('peer-away');
  const presenterBack = await service.resume(presenter);
  await presenterBack.take('presenter-resumed');
  await viewerBack.take('peer-back');
  service.time.advance(2_000);
  await viewerBack.hasNothingElse();
  await presenterBack.hasNothingElse();
});

test('P26: a token whose answer was lost works again, until the member speaks', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const lost = await service.resume(presenter);
  const { resumeToken: unseen } = await lost.take('presenter-resumed');
  await lost.terminate();
  const again = await service.resume(presenter);
  const { resumeToken } = await again.take('presenter-resumed');
  await again.hasNothingElse();
  expect(await (await service.resume(presenter)).next()).toEqual(resumeFailed);
  expect(await (await service.resume(presenter, unseen)).next()).toEqual(resumeFailed);
  await (await service.resume(presenter, resumeToken)).take('presenter-resumed');
});

test('P27: the old socket is told it was replaced; the seat is not touched', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const back = await service.resume(viewer);
  await back.take('viewer-resumed');
  expect(await viewer.next()).toEqual({ type: 'ended', reason: 'replaced' });
  expect(await viewer.closed).toBe(1000);
  await presenter.take('peer-back');
  await presenter.hasNothingElse();
  presenter.send({ type: 'signal', peerId: viewer.peerId, sequence: 1, payload: 'x' });
  await back.take('signal');
});

test('P28: wrong room, peer id or token: the same refusal', async () => {
  const service = await startTestService();
  const [presenter, other] = [await service.openRoom(), await service.openRoom()];
  const viewer = await service.join(presenter);
  const attempts = [
    { ...presenter, roomId: createId() },
    { ...presenter, peerId: createId() },
    { ...presenter, resumeToken: createId() },
    { ...presenter, resumeToken: other.resumeToken },
    { ...presenter, resumeToken: viewer.resumeToken },
    { ...viewer, resumeToken: presenter.resumeToken },
  ];
  for (const attempt of attempts) {
    expect(await (await service.resume(attempt)).next()).toEqual(resumeFailed);
  }
  await presenter.hasNothingElse();
  await viewer.hasNothingElse();
});

test('P29: a member away when it was ended is told why, for ten minutes', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const denied = await service.join(presenter);
  const removed = await service.joinApproved(presenter);
  const left = await service.joinApproved(presenter);
  for (const viewer of [denied, removed, left]) {
    await viewer.terminate();
    await presenter.take('peer-away');
  }
  presenter.send({ type: 'deny', peerId: denied.peerId });
  presenter.send({ type: 'remove', peerId: removed.peerId });
  presenter.send({ type: 'leave' });
  await presenter.closed;

  const expected = [
    [denied, 'denied'],
    [removed, 'removed'],
    [left, 'presenter-left'],
  ] as const;
  for (const [viewer, reason] of expected) {
    const back = await service.resume(viewer);
    expect(await back.next()).toEqual({ type: 'ended', reason });
    expect(await back.closed).toBe(1000);
    expect(await (await service.resume(viewer, createId())).next()).toEqual(resumeFailed);
  }
  service.time.advance(10 * 60_000);
  expect(await (await service.resume(removed)).next()).toEqual(resumeFailed);
});

test('P29: a viewer removed while here is told again should it come back', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  presenter.send({ type: 'remove', peerId: viewer.peerId });
  await viewer.closed;
  const back = await service.resume(viewer);
  expect(await back.next()).toEqual({ type: 'ended', reason: 'removed' });
});

test('P30: after two minutes a viewer loses its seat', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  service.time.advance(2 * 60_000 - 1);
  await presenter.hasNothingElse();
  service.time.advance(1);
  expect(await presenter.next()).toEqual({ type: 'peer-left', peerId: viewer.peerId });
  expect(await (await service.resume(viewer)).next()).toEqual(resumeFailed);
});

test('P30: after ten minutes without its presenter a room ends', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  await presenter.terminate();
  await viewer.take('peer-away');
  service.time.advance(10 * 60_000 - 1);
  await viewer.hasNothingElse();
  service.time.advance(1);
  expect(await viewer.next()).toEqual({ type: 'ended', reason: 'presenter-left' });
  expect(await viewer.closed).toBe(1000);
  const back = await service.resume(presenter);
  expect(await back.next()).toEqual({ type: 'ended', reason: 'presenter-left' });
  await service.openRoom(presenter.roomId);
});
