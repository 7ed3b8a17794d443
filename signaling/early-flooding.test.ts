import { expect, test } from 'vitest';
import { startTestService } from './testing/test-room.ts';

test('P21, P55: a flood while waiting ends like any other, and little of it arrives', async () => {
  const service = await startTestService({ viewerMessagesPerSecond: 50 });
  const presenter = await service.openRoom();
  const bystander = await service.join(presenter);
  const viewer = await service.join(presenter);
  const { peerId } = presenter;
  const signal = (sequence: number) =>
    ({ type: 'signal', peerId, sequence, payload: 'x' }) as const;
  for (let sequence = 1; sequence <= 400; sequence += 1) viewer.send(signal(sequence));
  for (let count = 65; count <= 300; count += 1) {
    expect(await viewer.next()).toMatchObject({ code: 'wrong-order' });
  }
  expect(await viewer.next()).toEqual({ type: 'refused', code: 'too-fast' });
  expect(await viewer.closed).toBe(1008);
  for (let sequence = 1; sequence <= 64; sequence += 1) {
    expect(await presenter.next()).toMatchObject({ type: 'signal', sequence });
  }
  expect(await presenter.next()).toEqual({ type: 'peer-away', peerId: viewer.peerId });
  const back = await service.resume(viewer);
  await back.take('viewer-resumed');
  await presenter.take('peer-back');
  back.send(signal(1));
  expect(await back.next()).toMatchObject({ code: 'wrong-order' });
  await presenter.hasNothingElse();
  await bystander.hasNothingElse();
});

test('P21: all seats full of viewers that flood while waiting do not hold the others up', async () => {
  const service = await startTestService();
  const presenter = await service.openRoom();
  const watching = await service.joinApproved(presenter);
  const { peerId } = presenter;
  const payload = 'x'.repeat(48 * 1024);
  let flooded = 0;
  presenter.socket.on('message', (bytes) => {
    flooded += `${bytes}`.length;
  });
  for (let seat = 1; seat < 16; seat += 1) {
    const flooder = await service.join(presenter);
    for (let sequence = 1; sequence <= 10; sequence += 1) {
      flooder.send({ type: 'signal', peerId, sequence, payload });
      flooder.send({ type: 'signal-ack', peerId, sequence });
    }
    // Its last answer: everything before it has been dealt with.
    flooder.send({ type: 'ping' });
    while ((await flooder.next()).type !== 'pong');
    for (let count = 0; count < 5 + 10; count += 1) await presenter.next();
    await presenter.hasNothingElse();
  }
  expect(flooded).toBeLessThan(15 * 64 * 4_096 + 15 * 64 * 200);
  watching.send({ type: 'signal', peerId, sequence: 1, payload: 'x' });
  expect(await presenter.next()).toMatchObject({ peerId: watching.peerId, payload: 'x' });
});
