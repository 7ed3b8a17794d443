import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SignalingOptions } from './options.ts';
import { startTestService } from './testing/test-room.ts';

/** Opens a socket as a page of this origin would. Resolves with what came of it. */
async function open(options: SignalingOptions, headers: Record<string, string>, own = '') {
  const { server } = await startTestService(options, { hostname: () => 'desk' });
  const origin = own === '' ? {} : { Origin: `${own}:${server.port}` };
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, {
    headers: { ...headers, ...origin },
  });
  return new Promise<string>((resolve) => {
    socket.once('error', (error) => resolve(error.message));
    socket.once('message', (bytes) => {
      resolve(JSON.parse(bytes.toString()).type);
      socket.terminate();
    });
  });
}

const forbidden = 'Unexpected server response: 403';

test.each([
  'https://evil.example',
  'null',
  'http://127.0.0.1',
  'http://localhost:1',
  'app://other',
])('P52: a page of %s cannot open a socket', async (origin) => {
  expect(await open({}, { Origin: origin })).toBe(forbidden);
});

test('P52: our own page, the app and what is not a browser can', async () => {
  expect(await open({}, {})).toBe('challenge');
  expect(await open({}, {}, 'http://127.0.0.1')).toBe('challenge');
  expect(await open({}, { Origin: 'app://sightline' })).toBe('challenge');
});

test('P52: so can pages of the public URL and those allowed by name', async () => {
  const Origin = 'https://share.example.org';
  expect(await open({}, { Origin })).toBe(forbidden);
  expect(await open({ publicUrl: Origin }, { Origin })).toBe('challenge');
  expect(await open({ allowedOrigins: [Origin] }, { Origin })).toBe('challenge');
  expect(await open({ allowedHosts: ['share.example.org'] }, { Origin })).toBe(forbidden);
});

test('P52: a page whose own name was given our address cannot', async () => {
  const rebound = { Host: 'evil.example', Origin: 'http://evil.example' };
  expect(await open({}, rebound)).toBe(forbidden);
  const known = { Host: 'desk.local', Origin: 'http://desk.local' };
  expect(await open({}, known)).toBe('challenge');
  const allowed = { Host: 'proxy.internal', Origin: 'https://proxy.internal' };
  expect(await open({ allowedHosts: ['proxy.internal'] }, allowed)).toBe('challenge');
});
