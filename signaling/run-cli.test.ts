import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { cliSettings } from './cli-settings.ts';
import { runCli } from './run-cli.ts';
import { connect } from './testing/test-client.ts';
import { createOpening } from './testing/test-room.ts';

function run(argv: string[], env = {}) {
  const out = { stdout: '', stderr: '' };
  let stop: (signalName: string) => void = () => {};
  let announce = () => {};
  const isStarted = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const code = runCli(argv, env, {
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
    version: '1.2.3',
    webRoot: '/nowhere',
    onStop(listener) {
      stop = listener;
      announce();
      return () => {};
    },
  });
  return { out, code, isStarted, stop: () => stop('SIGINT') };
}

/** Takes a port for the length of the test. */
async function takePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

test('--help lists every option with its variable', async () => {
  const { out, code } = run(['--help']);
  expect(await code).toBe(0);
  for (const name of Object.keys(cliSettings)) expect(out.stdout).toContain(`--${name} `);
  expect(out.stdout).toContain('SIGHTLINE_PRESENTER_RESUME_MS');
  expect(out.stderr).toBe('');
});

test('--version', async () => {
  const { out, code } = run(['--version']);
  expect([await code, out.stdout]).toEqual([0, '1.2.3\n']);
});

test('a mistake is one line on standard error and exit code 2', async () => {
  const { out, code } = run(['--port', 'x']);
  expect(await code).toBe(2);
  expect(out.stderr).toMatch(/^--port was given "x"; .* Try sightline-signaling --help\.\n$/);
  expect(out.stdout).toBe('');
});

test('P37: it tells where it can be opened, serves, and says goodbye when asked to stop', async () => {
  const { out, code, isStarted, stop } = run(['--port', '0', '--host', '127.0.0.1']);
  await isStarted;
  const address = /Local\s+(http:\/\/127\.0\.0\.1:(\d+))\n/.exec(out.stdout);
  const health = await fetch(`${address?.[1]}/healthz`);
  expect(await health.json()).toEqual({ status: 'ok', version: '1.2.3' });
  const client = await connect(Number(address?.[2]));
  client.send(createOpening(client));
  await client.take('room-opened');
  stop();
  await client.take('going-away');
  expect(await code).toBe(0);
  expect(await client.closed).toBe(1001);
  const lines = out.stderr.trim().split('\n');
  const messages = lines.map((line) => JSON.parse(line).msg);
  expect(messages).toEqual(['listening', 'room opened', 'closing', 'closed']);
});

test('on every network it names this computer and the LAN; a public URL is named too', async () => {
  const everywhere = run(['--port', '0', '--log-level', 'silent']);
  await everywhere.isStarted;
  expect(everywhere.out.stdout).toMatch(/Local\s+http:\/\/127\.0\.0\.1:\d+\n/);
  everywhere.stop();
  await everywhere.code;
  expect(everywhere.out.stderr).toBe('');

  const known = run(['--port', '0', '--public-url', 'https://share.example.org']);
  await known.isStarted;
  expect(known.out.stdout).toMatch(/Public\s+https:\/\/share\.example\.org\n/);
  known.stop();
  await known.code;
});

test('a port in use is named, with a port that really is free', async () => {
  const port = await takePort();
  const { out, code } = run(['--port', `${port}`, '--host', '127.0.0.1']);
  expect(await code).toBe(1);
  const free = new RegExp(
    `^Port ${port} is already in use\\. Port (\\d+) is free: use --port \\1\\.`,
  );
  const suggested = free.exec(out.stderr)?.[1];
  const second = run(['--port', `${suggested}`, '--host', '127.0.0.1']);
  await second.isStarted;
  second.stop();
  expect(await second.code).toBe(0);
});

test('an address of another computer is named', async () => {
  const { out, code } = run(['--port', '0', '--host', '203.0.113.77']);
  expect(await code).toBe(1);
  expect(out.stderr).toContain('203.0.113.77 is not an address of this computer');
});

test('doctor looks at a service that runs, as text and for programs', async () => {
  const service = run(['--port', '0', '--host', '127.0.0.1', '--no-public-stun']);
  await service.isStarted;
  const url = `${/Local\s+(\S+)/.exec(service.out.stdout)?.[1]}`;
  const text = run(['doctor', url]);
  expect(await text.code).toBe(1);
  expect(text.out.stdout).toMatch(/^ok +service +Sightline 1\.2\.3$/m);
  expect(text.out.stdout).toContain('- The service names no TURN server');
  const json = run(['doctor', url, '--json']);
  expect(await json.code).toBe(1);
  expect(JSON.parse(json.out.stdout)).toMatchObject({ status: 'warning' });
  service.stop();
  await service.code;
  const gone = run(['doctor', url]);
  expect(await gone.code).toBe(2);
  expect(gone.out.stdout).toContain('- Nothing listens at 127.0.0.1:');

  const help = run(['doctor', '--help']);
  expect(await help.code).toBe(0);
  expect(help.out.stdout).toContain('doctor URL [--json]');
  const mistake = run(['doctor']);
  expect(await mistake.code).toBe(2);
  expect(mistake.out.stderr).toContain('doctor needs one address.');
});

test('TURN that not everybody gets through to is warned of at the start', async () => {
  const env = { SIGHTLINE_TURN: 'turn:turn.example.org', SIGHTLINE_TURN_SECRET: 's'.repeat(32) };
  const { out, code, isStarted, stop } = run(['--port', '0', '--host', '127.0.0.1'], env);
  await isStarted;
  stop();
  await code;
  expect(out.stderr).toContain('no TURN server is reached over TLS');
  expect(out.stderr).not.toContain('s'.repeat(32));
});
