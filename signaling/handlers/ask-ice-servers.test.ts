import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { IceConfiguration } from '../protocol.ts';
import {
  createId,
  createKeys,
  createOpening,
  startTestService,
  type TestMember,
} from '../testing/test-room.ts';

const turnSecret = 'only-the-two-servers-know-this';
const turn = { turnUrls: ['turn:turn.example.org'], turnSecret };

/** Checks what a member was told as coturn would, and takes it apart. */
function readCredentials({ iceServers, iceLifetimeMs }: IceConfiguration) {
  const [server] = iceServers;
  expect(iceServers).toHaveLength(1);
  expect(server?.urls).toEqual(turn.turnUrls);
  expect(iceLifetimeMs).toBe(600_000);
  const { username = '', credential } = server ?? {};
  expect(credential).toBe(createHmac('sha1', turnSecret).update(username).digest('base64'));
  const [expiresAtS, user] = username.split(':');
  return { expiresAtS: Number(expiresAtS), user };
}

async function ask(member: Pick<TestMember, 'send' | 'take'>) {
  member.send({ type: 'ask-ice-servers' });
  return readCredentials(await member.take('ice-servers'));
}

async function start() {
  const clock = { nowS: 1_800_000_000 };
  const unixNow = () => clock.nowS * 1000;
  return { clock, service: await startTestService(turn, { unixNow }) };
}

test('P59, P61: presenter and approved viewer get fresh credentials whenever they ask', async () => {
  const { clock, service } = await start();
  const presenter = await service.openRoom();
  const viewer = await service.joinApproved(presenter);
  const first = { presenter: await ask(presenter), viewer: await ask(viewer) };
  expect(first.presenter.expiresAtS).toBe(clock.nowS + 600);
  expect(first.viewer.expiresAtS).toBe(clock.nowS + 600);
  expect(first.viewer.user).not.toBe(first.presenter.user);

  clock.nowS += 500;
  expect(await ask(presenter)).toEqual({ ...first.presenter, expiresAtS: clock.nowS + 600 });
  expect(await ask(viewer)).toEqual({ ...first.viewer, expiresAtS: clock.nowS + 600 });
});

test('P13, P59: a viewer that waits is refused, also after it came back', async () => {
  const { service } = await start();
  const presenter = await service.openRoom();
  const viewer = await service.join(presenter);
  const refusal = { type: 'refused', code: 'wrong-order', inReplyTo: 'ask-ice-servers' };
  viewer.send({ type: 'ask-ice-servers' });
  expect(await viewer.next()).toEqual(refusal);
  await viewer.terminate();
  await presenter.take('peer-away');
  const back = await service.resume(viewer);
  expect(await back.take('viewer-resumed')).not.toHaveProperty('joined');
  back.send({ type: 'ask-ice-servers' });
  expect(await back.next()).toEqual(refusal);
});

test('P5, P59: a stranger is refused', async () => {
  const { service } = await start();
  const stranger = await service.open();
  stranger.send({ type: 'ask-ice-servers' });
  expect(await stranger.next()).toMatchObject({ type: 'refused', code: 'wrong-order' });
});

test('P60, P61: every message that names ICE servers has credentials made for it', async () => {
  const { clock, service } = await start();
  const seconds: number[] = [];
  const note = (ice: IceConfiguration) => {
    const { expiresAtS, user } = readCredentials(ice);
    seconds.push(expiresAtS - clock.nowS);
    clock.nowS += 10;
    return user;
  };
  const opening = await service.open();
  const ids = { roomId: createId(), peerId: createId(), keys: createKeys() };
  opening.send(createOpening(opening, ids));
  const opened = await opening.take('room-opened');
  const presenter = { ...opening, ...ids, resumeToken: opened.resumeToken };
  const presenterUser = note(opened);
  const viewer = await service.join(presenter);
  presenter.send({ type: 'approve', peerId: viewer.peerId });
  const viewerUser = note(await viewer.take('joined'));

  await viewer.terminate();
  await presenter.take('peer-away');
  const viewerBack = await service.resume(viewer);
  const { joined } = await viewerBack.take('viewer-resumed');
  expect(joined && note(joined)).toBe(viewerUser);

  await presenter.terminate();
  await viewerBack.take('peer-away');
  const presenterBack = await service.resume(presenter);
  expect(note(await presenterBack.take('presenter-resumed'))).toBe(presenterUser);
  expect(seconds).toEqual([600, 600, 600, 600]);
});

test('P61: a member that comes back after the service was restarted is the same user', async () => {
  const { service } = await start();
  const presenter = await service.openRoom();
  const { user } = await ask(presenter);
  const { service: restarted } = await start();
  const client = await restarted.open();
  const { peerId, roomId, keys } = presenter;
  client.send(createOpening(client, { peerId, roomId, keys, isReopening: true }));
  expect(readCredentials(await client.take('room-opened')).user).toBe(user);
});
