import { expect, test } from 'vitest';
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
    'viewer-resume-ms': ['1000', { viewerResumeMs: 1000 }],
    'presenter-resume-ms': ['2000', { presenterResumeMs: 2000 }],
    'room-idle-ms': ['3000', { roomIdleMs: 3000 }],
  } as const;
  expect([...Object.keys(values), 'log-level'].sort()).toEqual(Object.keys(cliSettings).sort());
  for (const [name, [text, options]] of Object.entries(values)) {
    const variable = `SIGHTLINE_${name.toUpperCase().replaceAll('-', '_')}`;
    expect(start([`--${name}`, text]).options).toEqual(options);
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
