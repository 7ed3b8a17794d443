import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseCli, readEnvironment } from './cli-options.ts';
import { cliSettings } from './cli-settings.ts';
import { signalingOptionsSchema } from './options.ts';

const start = (argv: string[], env = {}) => {
  const request = parseCli(argv, env);
  if (request.name !== 'start') throw new Error(JSON.stringify(request));
  return request;
};

test('nothing asked for: the defaults of the service', () => {
  expect(start([])).toEqual({ name: 'start', options: {}, logLevel: 'info' });
});

test('every option is taken as flag and as variable', () => {
  const values = {
    port: ['9000', { port: 9000 }],
    host: ['127.0.0.1', { host: '127.0.0.1' }],
    'public-url': ['https://a.example', { publicUrl: 'https://a.example' }],
    'trusted-proxy': ['10.0.0.0/8', { trustedProxies: ['10.0.0.0/8'] }],
    'allowed-origin': ['https://b.example', { allowedOrigins: ['https://b.example'] }],
    'allowed-host': ['b.example', { allowedHosts: ['b.example'] }],
    'web-root': ['/srv/web', { webRoot: '/srv/web' }],
    'max-rooms': ['7', { maxRooms: 7 }],
    'max-members': ['8', { maxMembers: 8 }],
    'max-viewers': ['9', { maxViewers: 9 }],
    'max-sockets-per-address': ['10', { maxSocketsPerAddress: 10 }],
    'max-misses-per-minute': ['11', { maxMissesPerMinute: 11 }],
    'presenter-messages-per-second': ['12', { presenterMessagesPerSecond: 12 }],
    'viewer-messages-per-second': ['13', { viewerMessagesPerSecond: 13 }],
    stun: ['stun:a.example', { stunUrls: ['stun:a.example'] }],
    'no-public-stun': ['true', { usesPublicStun: false }],
    'turn-lifetime-ms': ['10000', { turnLifetimeMs: 10_000 }],
    'viewer-resume-ms': ['1000', { viewerResumeMs: 1000 }],
    'presenter-resume-ms': ['2000', { presenterResumeMs: 2000 }],
    'room-idle-ms': ['3000', { roomIdleMs: 3000 }],
  } as const;
  // These four need each other; see below.
  const together = ['turn', 'turn-secret-file', 'turn-username', 'turn-password-file'];
  expect([...Object.keys(values), ...together, 'log-level'].sort()).toEqual(
    Object.keys(cliSettings).sort(),
  );
  for (const [name, [text, options]] of Object.entries(values)) {
    const variable = `SIGHTLINE_${name.toUpperCase().replaceAll('-', '_')}`;
    if (name !== 'no-public-stun') {
      expect(start([`--${name}`, text]).options).toEqual(options);
    }
    expect(start([`--${name}=${text}`]).options).toEqual(options);
    expect(start([], { [variable]: text }).options).toEqual(options);
    expect(signalingOptionsSchema.safeParse(options).success).toBe(true);
  }
  expect(start(['--log-level', 'debug']).logLevel).toBe('debug');
  expect(start([], { SIGHTLINE_LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
});

test('a flag wins over its variable, even over a bad one; an empty variable counts as none', () => {
  expect(start(['--port', '1'], { SIGHTLINE_PORT: '2' }).options.port).toBe(1);
  expect(start(['--port', '1'], { SIGHTLINE_PORT: 'x' }).options.port).toBe(1);
  expect(start([], { SIGHTLINE_PORT: '' }).options).toEqual({});
});

test('--stun is repeatable, its variable holds a list, and the last of the others wins', () => {
  const stunUrls = ['stun:a', 'stun:b'];
  expect(start(['--stun', 'stun:a', '--stun', 'stun:b']).options).toEqual({ stunUrls });
  expect(start([], { SIGHTLINE_STUN: 'stun:a, stun:b' }).options).toEqual({ stunUrls });
  expect(start(['--stun=stun:c'], { SIGHTLINE_STUN: 'stun:a' }).options.stunUrls).toEqual([
    'stun:c',
  ]);
  expect(start(['--port', '1', '--port', '2']).options.port).toBe(2);
});

test('--no-public-stun takes no value, but understands one', () => {
  expect(start(['--no-public-stun', '--port', '1']).options).toEqual({
    usesPublicStun: false,
    port: 1,
  });
  expect(start(['--no-public-stun=false']).options).toEqual({ usesPublicStun: true });
  expect(start([], { SIGHTLINE_NO_PUBLIC_STUN: '1' }).options).toEqual({ usesPublicStun: false });
  expect(start([], { SIGHTLINE_NO_PUBLIC_STUN: '0' }).options).toEqual({ usesPublicStun: true });
});

const turn = 'turns:turn.example.org:443?transport=tcp';
const secret = '0123456789abcdef0123456789abcdef';
const files = (contents: Record<string, string>) => (file: string) => {
  const text = contents[file];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
};

test.each([
  [['--turn-secret-file', '/s'], {}],
  [[], { SIGHTLINE_TURN_SECRET_FILE: '/s' }],
  [[], { SIGHTLINE_TURN_SECRET: secret }],
  // A flag wins over both variables.
  [['--turn-secret-file', '/s'], { SIGHTLINE_TURN_SECRET: `${secret}0` }],
])('the TURN secret comes with %j and %j', (argv, env) => {
  const readText = files({ '/s': `${secret}\n` });
  expect(parseCli(['--turn', turn, '--turn', 'turn:b', ...argv], env, readText)).toEqual({
    name: 'start',
    options: { turnUrls: [turn, 'turn:b'], turnSecret: secret },
    logLevel: 'info',
  });
});

test('a real file is read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'secret');
  writeFileSync(file, `${secret}\r\n`);
  const { options } = start(['--turn', turn, '--turn-secret-file', file]);
  expect(options.turnSecret).toBe(secret);
});

test('a TURN server without a shared secret has a name and a password', () => {
  const options = { turnUrls: ['turn:a', 'turn:b'], turnUsername: 'u', turnPassword: 'a b' };
  const env = { SIGHTLINE_TURN: 'turn:a,turn:b', SIGHTLINE_TURN_USERNAME: 'u' };
  const inFile = ['--turn-password-file', '/p'];
  expect(parseCli(inFile, env, files({ '/p': 'a b\n' }))).toMatchObject({ options });
  expect(start([], { ...env, SIGHTLINE_TURN_PASSWORD: 'a b' }).options).toEqual(options);
});

test.each([
  [['--turn', 'turn:a b'], {}, '--turn was given "turn:a b"; allowed is a TURN address such as'],
  [['--turn', 'turn:a:70000'], {}, '--turn was given "turn:a:70000"; allowed is a TURN address'],
  [['--turn', 'turn:a?transport=sctp'], {}, 'allowed is a TURN address such as turns:turn.example'],
  [['--turn', turn], {}, '--turn needs credentials: --turn-secret-file, or --turn-username and'],
  [['--turn-secret-file'], {}, '--turn-secret-file needs a value: a file.'],
  [['--turn-secret-file', '/s'], {}, 'Credentials for TURN are given but no TURN server; name it'],
  [['--turn-secret-file', '/none'], {}, '"/none", which cannot be read (ENOENT).'],
  [['--turn-secret-file', '/empty'], {}, '--turn-secret-file names "/empty", which is empty.'],
  [[], { SIGHTLINE_TURN_SECRET_FILE: '/x\u001b' }, '_FILE names "/x\\u001b", which cannot be read'],
  [
    ['--turn-secret-file', '/short'],
    {},
    '--turn-secret-file was given a text that cannot be used; allowed is one line of 16 to 512',
  ],
  [['--turn-secret-file', '/lines'], {}, 'was given a text that cannot be used; allowed is one li'],
  [
    [],
    { SIGHTLINE_TURN_SECRET: 'tell-nobody' },
    'SIGHTLINE_TURN_SECRET was given a text that cannot be used; allowed is one line of 16 to 512',
  ],
  [
    [],
    { SIGHTLINE_TURN_SECRET: secret, SIGHTLINE_TURN_SECRET_FILE: '/s' },
    'SIGHTLINE_TURN_SECRET and SIGHTLINE_TURN_SECRET_FILE are both set; keep one of the two.',
  ],
  [
    ['--turn', turn, '--turn-secret-file', '/s', '--turn-username', 'u'],
    { SIGHTLINE_TURN_PASSWORD: 'p' },
    'A TURN secret and a TURN user name or password are both given; keep one of the two.',
  ],
  [
    ['--turn', turn, '--turn-username', 'u'],
    {},
    '--turn-username and --turn-password-file belong together; one of them is missing.',
  ],
  [
    ['--turn-lifetime-ms', '9999'],
    {},
    '--turn-lifetime-ms was given "9999"; allowed is a whole number from 10000 to 86400000.',
  ],
  [
    ['--turn-secret', secret],
    {},
    '--turn-secret would show it to everybody on this computer; use --turn-secret-file.',
  ],
  [['--no-public-stun=maybe'], {}, '--no-public-stun was given "maybe"; allowed is true or false.'],
  [['--no-public-stun', 'true'], {}, 'Unexpected argument "true".'],
])('%j with %j: one clear sentence that tells no secret', (argv, env, part) => {
  const contents = { '/s': secret, '/empty': ' \n', '/short': 'tell-nobody', '/lines': 'a\nb' };
  const request = parseCli(argv, env, files(contents));
  expect(request).toMatchObject({ name: 'mistake', sentence: expect.stringContaining(part) });
  expect(JSON.stringify(request)).not.toMatch(`${secret}|tell-nobody`);
});

test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['--version'], 'version'],
  [['-v'], 'version'],
])('%j asks for %s', (argv, name) => {
  expect(parseCli(argv, {}).name).toBe(name);
});

test.each([
  [['--prot', '1'], {}, 'Unknown option "--prot".'],
  [['-x'], {}, 'Unknown option "-x".'],
  [['--__proto__', '1'], {}, 'Unknown option "--__proto__".'],
  [['8787'], {}, 'Unexpected argument "8787".'],
  [['--port'], {}, '--port needs a value: a whole number from 0 to 65535.'],
  [['--port', '--host'], {}, '--port needs a value: a whole number from 0 to 65535.'],
  [['--port', '65536'], {}, '--port was given "65536"; allowed is a whole number from 0 to 65535.'],
  [['--port', '1e3'], {}, '--port was given "1e3"; allowed is a whole number from 0 to 65535.'],
  [['--port', '-1'], {}, '--port was given "-1"; allowed is a whole number from 0 to 65535.'],
  [['--port='], {}, '--port was given ""; allowed is a whole number from 0 to 65535.'],
  [
    ['--max-rooms', '0'],
    {},
    '--max-rooms was given "0"; allowed is a whole number from 1 to 1000000.',
  ],
  [
    ['--room-idle-ms', '2147483648'],
    {},
    '--room-idle-ms was given "2147483648"; allowed is a whole number from 1 to 2147483647.',
  ],
  [[], { SIGHTLINE_PORT: 'x\u001b[2J' }, 'SIGHTLINE_PORT was given "x\\u001b[2J"; allowed is'],
  [['--public-url', 'example.org'], {}, '--public-url was given "example.org"; allowed is an http'],
  [['--log-level', 'loud'], {}, '--log-level was given "loud"; allowed is one of silent, error'],
  [['--stun', 'stun:a', '--stun', 'b'], {}, '--stun was given "b"; allowed is a STUN address'],
])('%j with %j: one clear sentence', (argv, env, beginning) => {
  const request = parseCli(argv, env);
  expect(request).toMatchObject({ name: 'mistake', sentence: expect.stringContaining(beginning) });
});

test('the app reads the environment as the command does', () => {
  const origin = 'http://page.example';
  const env = { SIGHTLINE_ALLOWED_ORIGIN: origin, SIGHTLINE_HOST: '127.0.0.1' };
  expect(readEnvironment(env)).toEqual({ allowedOrigins: [origin], host: '127.0.0.1' });
  expect(() => readEnvironment({ SIGHTLINE_PORT: 'x' })).toThrow('SIGHTLINE_PORT was given "x"');
});
