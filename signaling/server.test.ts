import { connect as connectTcp } from 'node:net';
import { expect, test } from 'vitest';
import { startSignalingServer } from './server.ts';
import { startTestService } from './testing/test-room.ts';

test('P37: closing tells every member and closes every socket', async () => {
  const { join, open, openRoom, server } = await startTestService();
  const presenter = await openRoom();
  const viewer = await join(presenter);
  const stranger = await open();
  await server.close('test');
  for (const member of [presenter, viewer]) {
    expect(await member.next()).toEqual({ type: 'going-away' });
    expect(await member.closed).toBe(1001);
  }
  expect(await stranger.closed).toBe(1001);
  await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow();
});

test('P37: who does not answer is cut when the grace is over', async () => {
  const { openRoom, server, time } = await startTestService();
  const presenter = await openRoom();
  presenter.socket.pause();
  const idle = connectTcp(server.port, '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  const startedAtMs = performance.now();
  const closing = server.close();
  time.advance(2_000);
  await closing;
  // The WebSocket library would give up by itself after a second; this is the grace at work.
  expect(performance.now() - startedAtMs).toBeLessThan(900);
});

test('P37: closing twice is safe, and no window outlives the service', async () => {
  let timers = 0;
  const setTimer = (callback: () => void, delayMs: number) => {
    timers += 1;
    let isPending = true;
    const settle = () => {
      if (isPending) timers -= 1;
      isPending = false;
    };
    const timer = setTimeout(() => {
      settle();
      callback();
    }, delayMs);
    return () => {
      clearTimeout(timer);
      settle();
    };
  };
  const { join, openRoom, server } = await startTestService({}, { setTimer });
  const presenter = await openRoom();
  const viewer = await join(presenter);
  await viewer.terminate();
  await presenter.take('peer-away');
  await Promise.all([server.close(), server.close()]);
  expect(timers).toBe(0);
});

test('a port in use rejects with its code', async () => {
  const { server } = await startTestService();
  const second = startSignalingServer({ port: server.port, host: '127.0.0.1' });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('bad options reject before anything listens', async () => {
  await expect(startSignalingServer({ port: -1 })).rejects.toThrow();
  await expect(startSignalingServer({ publicUrl: 'ftp://x' })).rejects.toThrow();
});

test('P9: origins follow the networks of the moment', async () => {
  const lan = { address: '192.168.1.5', family: 'IPv4', internal: false };
  let interfaces = { eth0: [lan] };
  const { server } = await startTestService(
    { host: '0.0.0.0' },
    { networkInterfaces: () => interfaces },
  );
  expect(server.origins).toEqual([`http://192.168.1.5:${server.port}`]);
  interfaces = { eth0: [{ ...lan, address: '10.0.0.7' }] };
  expect(server.origins).toEqual([`http://10.0.0.7:${server.port}`]);
});

test('P39: half a request is cut in time while others are served', async () => {
  const timeouts = { headersTimeoutMs: 200, requestTimeoutMs: 300, connectionsCheckMs: 50 };
  const { openRoom, server } = await startTestService(timeouts);
  const presenter = await openRoom();
  const startedAtMs = performance.now();
  await Promise.all(
    [
      '',
      'GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ',
    ].map((bytes) => {
      const socket = connectTcp(server.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('error', () => {});
      socket.resume();
      return new Promise((resolve) => socket.once('close', resolve));
    }),
  );
  expect(performance.now() - startedAtMs).toBeLessThan(2_500);
  await presenter.hasNothingElse();
});

test('P9: a host name is told as the address it stands for', async () => {
  const { server } = await startTestService({ host: 'localhost' });
  expect(server.origins).toHaveLength(1);
  expect(server.origins[0]).toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\]):\d+$/);
  expect((await fetch(`${server.origins[0]}/healthz`)).status).toBe(200);
});
