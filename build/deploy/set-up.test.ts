import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { parseCli } from '../../signaling/cli-options.ts';
import { readComposeEnvironment } from './testing/compose-environment.ts';

const inDeploy = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const names = ['share.example.org', 'turn.example.org'];
const addresses = { PUBLIC_ADDRESS: '203.0.113.7', LOCAL_ADDRESS: '10.0.0.4' };

function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-set-up-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

type Ending = { readonly code: number; readonly text: string };

function setUp(args: readonly string[], folder: string, env = {}): Promise<Ending> {
  const options = { env: { PATH: process.env.PATH, SET_UP_FOLDER: folder, ...env } };
  return new Promise((resolve) => {
    execFile('sh', [inDeploy('set-up.sh'), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: `${stdout}${stderr}` }),
    );
  });
}

const readSecret = (folder: string) =>
  readFileSync(path.join(folder, 'secrets/turn-secret'), 'utf8');

function readEnv(file: string): Record<string, string> {
  const rows = readFileSync(file, 'utf8').matchAll(/^([A-Z0-9_]+)=(.*)$/gm);
  return Object.fromEntries(Array.from(rows, ([, name, value]) => [name, value]));
}

test('one command makes all there is to set, with a secret nobody knows', async () => {
  const [one, other] = [createFolder(), createFolder()];
  const ending = await setUp(names, one, addresses);
  expect(ending).toMatchObject({ code: 0 });
  await setUp(names, other, addresses);
  expect(readSecret(one)).toMatch(/^[0-9a-f]{64}$/);
  expect(readSecret(other)).not.toBe(readSecret(one));
  expect(ending.text).not.toContain(readSecret(one));
  // Other people of this machine get to neither.
  expect(statSync(path.join(one, 'secrets')).mode & 0o077).toBe(0);
  expect(statSync(path.join(one, '.env')).mode & 0o077).toBe(0);

  const env = readEnv(path.join(one, '.env'));
  expect(env).toMatchObject({ SIGHTLINE_NAME: names[0], TURN_NAME: names[1], ...addresses });
  expect(Object.keys(env).sort()).toEqual(Object.keys(readEnv(inDeploy('.env.example'))).sort());
  for (const part of ['service', 'certificates', 'front', 'turn']) {
    expect(Object.keys(readComposeEnvironment(part, env)).length).toBeGreaterThan(2);
  }
});

test('run again it keeps the secret', async () => {
  const folder = createFolder();
  await setUp(names, folder, addresses);
  const secret = readSecret(folder);
  expect(await setUp(names, folder, addresses)).toMatchObject({ code: 0 });
  expect(readSecret(folder)).toBe(secret);
});

test.each([
  [[], 'Usage:'],
  [[names[0]], 'Usage:'],
  [[names[0], names[0]], 'must differ'],
  [['https://share.example.org', names[1]], 'is not a host name'],
  [['share', names[1]], 'has no domain'],
  [['', names[1]], 'is not a host name'],
  [[names[0], '$(id).example.org'], 'is not a host name'],
])('%j is refused with a reason', async (args, reason) => {
  const ending = await setUp(args as string[], createFolder(), addresses);
  expect(ending).toEqual({ code: 1, text: expect.stringContaining(reason) });
});

test('a name without an address is refused: no certificate could be had for it', async () => {
  const ending = await setUp(['share.sightline.invalid', 'turn.sightline.invalid'], createFolder());
  expect(ending).toEqual({ code: 1, text: expect.stringContaining('has no IPv4 address yet') });
});

test('nothing starts with the example as it is', () => {
  const example = readEnv(inDeploy('.env.example'));
  for (const part of ['service', 'certificates', 'front', 'turn']) {
    expect(() => readComposeEnvironment(part, example)).toThrow('is not set');
  }
});

test('the service takes what compose hands to it, and warns of nothing', async () => {
  const folder = createFolder();
  await setUp(names, folder, addresses);
  const env = {
    ...readComposeEnvironment('service', readEnv(path.join(folder, '.env'))),
    SIGHTLINE_TURN_SECRET_FILE: path.join(folder, 'secrets/turn-secret'),
  };
  expect(parseCli([], env)).toMatchObject({
    name: 'start',
    options: {
      host: '127.0.0.1',
      publicUrl: 'https://share.example.org',
      trustedProxies: ['127.0.0.1'],
      stunUrls: ['stun:turn.example.org:3478'],
      turnUrls: [
        'turn:turn.example.org:3478?transport=udp',
        'turn:turn.example.org:3478?transport=tcp',
        'turns:turn.example.org:443?transport=tcp',
      ],
      turnSecret: readSecret(folder),
    },
  });
});
