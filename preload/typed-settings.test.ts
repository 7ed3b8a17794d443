import { describe, expect, it } from 'vitest';
import { readIceUrl } from './ice-url.ts';
import { readServerAddress } from './server-address.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { settingSchemas, settingsPatchSchema } from './settings-schema.ts';
import { readShortcut, writeShortcut } from './shortcut.ts';

describe('the address of a server', () => {
  it.each([
    ['https://share.example.org', 'https://share.example.org'],
    ['https://share.example.org/', 'https://share.example.org'],
    [' http://10.0.0.5:8787/j#ABCDE-12345 ', 'http://10.0.0.5:8787'],
    ['wss://share.example.org/ws', 'https://share.example.org'],
    ['ws://localhost:8787/ws', 'http://localhost:8787'],
    ['HTTPS://Share.Example.ORG:443', 'https://share.example.org'],
    ['share.example.org', 'https://share.example.org'],
    ['share.example.org:8443/j', 'https://share.example.org:8443'],
    ['192.168.1.20:8787', 'http://192.168.1.20:8787'],
    ['172.31.0.1', 'http://172.31.0.1'],
    ['172.32.0.1', 'https://172.32.0.1'],
    ['studio.local:8787', 'http://studio.local:8787'],
    ['[::1]:8787', 'http://[::1]:8787'],
    ['[fd12:3456::7]', 'http://[fd12:3456::7]'],
    ['[2001:db8::7]:8787', 'https://[2001:db8::7]:8787'],
    ['회사.example', 'https://xn--vf4b131b.example'],
  ])('%s is understood', (typed, origin) => {
    expect(readServerAddress(typed)).toBe(origin);
  });

  it.each([
    '',
    'a word or two',
    'ftp://share.example.org',
    'javascript:alert(1)',
    'https://',
    'https://ada:pw@share.example.org',
    'share@example.org',
    'https://share..example.org',
    'https://share.example.org:99999',
    '300.1.1.1',
    `https://${'a'.repeat(600)}.example`,
  ])('%j is none', (typed) => {
    expect(readServerAddress(typed)).toBeUndefined();
  });
});

describe('the address of a STUN or TURN server', () => {
  it.each([
    ['stun:stun.example.org', 'stun'],
    ['STUN:stun.example.org:3478', 'stun'],
    ['stun:[2001:db8::1]:3478', 'stun'],
    ['turn:10.0.0.7', 'turn'],
    ['turn:relay.example.org:3478?transport=udp', 'turn'],
    ['turns:relay.example.org:443?transport=TCP', 'turn'],
    ['turn:relay', 'turn'],
  ])('%s is understood', (typed, kind) => {
    expect(readIceUrl(` ${typed} `)).toEqual({ kind, url: typed });
  });

  it.each([
    ['', 'empty'],
    ['relay.example.org', 'no-scheme'],
    ['relay.example.org:3478', 'no-scheme'],
    ['localhost:3478', 'no-scheme'],
    ['https://relay.example.org', 'unknown-scheme'],
    ['stuns:relay.example.org', 'unknown-scheme'],
    ['turn://relay.example.org', 'slashes'],
    ['turn:', 'bad-host'],
    ['turn:a b', 'bad-host'],
    ['turn:ada@relay.example.org', 'bad-host'],
    ['turn:relay.example.org/path', 'bad-host'],
    ['turn:[2001:zz::1]', 'bad-host'],
    ['turn:2001:db8::1', 'bad-port'],
    ['turn:300.1.1.1', 'bad-host'],
    ['turn:서버.example', 'bad-host'],
    ['turn:relay.example.org:0', 'bad-port'],
    ['turn:relay.example.org:65536', 'bad-port'],
    ['turn:relay.example.org:', 'bad-port'],
    ['turn:relay.example.org?transport=sctp', 'bad-transport'],
    ['turn:relay.example.org?', 'bad-transport'],
    ['stun:stun.example.org?transport=udp', 'bad-transport'],
  ] as const)('%j is refused as %s', (typed, problem) => {
    expect(readIceUrl(typed)).toEqual({ kind: 'invalid', problem });
  });
});

describe('a shortcut', () => {
  it.each([
    ['Ctrl+Alt+p', 'Control+Alt+P'],
    ['shift + CmdOrCtrl + F5', 'CommandOrControl+Shift+F5'],
    ['Meta+Space', 'Super+Space'],
    ['F24', 'F24'],
    ['Alt+,', 'Alt+,'],
  ])('%s is written %s', (text, shortcut) => {
    expect(readShortcut(text)).toBe(shortcut);
    expect(readShortcut(shortcut)).toBe(shortcut);
  });

  it.each([
    '',
    'P',
    'Shift+P',
    'Alt',
    'Alt+',
    'Alt+Alt+P',
    'Hyper+P',
    'Alt+F25',
    'Alt+Ä',
    'toString+P',
  ])('%j cannot be one', (text) => expect(readShortcut(text)).toBeUndefined());

  it('is never made of unknown keys', () => {
    expect(writeShortcut({ modifiers: ['Alt'], key: 'Dead' })).toBeUndefined();
  });

  it('is there from the beginning for both actions', () => {
    for (const shortcut of Object.values(DEFAULT_SETTINGS.shortcuts)) {
      expect(readShortcut(shortcut ?? '')).toBe(shortcut);
    }
  });
});

describe('a change of settings', () => {
  const isAccepted = (patch: unknown) => settingsPatchSchema.safeParse(patch).success;
  const stun = { url: 'stun:stun.example.org', username: '', credential: '' };

  it('names one or more settings with values of theirs', () => {
    expect(isAccepted({ name: 'Ada' })).toBe(true);
    expect(isAccepted({ serverUrl: null, updates: false, iceServers: [stun] })).toBe(true);
    expect(isAccepted(DEFAULT_SETTINGS)).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['no object', 'name'],
    ['a setting there is not', { nickname: 'Ada' }],
    ['a value of undefined', { name: undefined }],
    ['an address in another spelling', { serverUrl: 'wss://share.example.org/ws' }],
    ['a relay without a password', { iceServers: [{ ...stun, url: 'turn:r', username: 'a' }] }],
    ['a STUN server with a password', { iceServers: [{ ...stun, credential: 'x' }] }],
    ['a server with more to it', { iceServers: [{ ...stun, urls: [] }] }],
    [
      'too many servers',
      { iceServers: Array.from({ length: 9 }, (_, n) => ({ ...stun, url: `stun:s${n}` })) },
    ],
    ['a server twice', { iceServers: [stun, { ...stun, url: stun.url.toUpperCase() }] }],
    ['one combination for both', { shortcuts: { pause: 'Alt+P', stop: 'Alt+P' } }],
    ['half of the shortcuts', { shortcuts: { pause: 'Alt+P' } }],
  ])('is refused with %s', (_what, patch) => {
    expect(isAccepted(patch)).toBe(false);
  });

  it('has a schema for every setting', () => {
    expect(Object.keys(settingSchemas)).toEqual(Object.keys(DEFAULT_SETTINGS));
  });
});
