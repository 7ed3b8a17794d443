import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from './free-port.ts';

test('ports that are taken are passed over', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const free = await findFreePort(port - 1, '127.0.0.1');
  expect(free).toBeGreaterThan(port);
});

test('beyond the last port there is none', async () => {
  expect(await findFreePort(65_535, '127.0.0.1')).toBeUndefined();
});
