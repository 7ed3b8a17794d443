import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { readSettingsText, writeSettingsText } from './settings-text.ts';

const chosen: Settings = {
  name: 'Ada',
  language: 'ko',
  theme: 'dark',
  serverUrl: 'https://share.example.org',
  iceServers: [
    { url: 'stun:stun.example.org', username: '', credential: '' },
    { url: 'turns:relay.example.org?transport=tcp', username: 'ada', credential: 's3cret' },
  ],
  path: 'relay-only',
  quality: 'smooth-motion',
  shortcuts: { pause: 'Alt+F9', stop: null },
  isVisibleNearby: false,
  startMinimised: true,
  openAtLogin: true,
  updates: false,
};
const reading = (value: unknown) => {
  const read = readSettingsText(JSON.stringify(value));
  if (read.kind !== 'read') throw new Error(read.kind);
  return read;
};

describe('kept settings', () => {
  it('come back as they were', () => {
    const read = reading(JSON.parse(writeSettingsText(chosen)));
    expect(read.settings).toEqual(chosen);
    expect(read.wrong).toEqual([]);
  });

  it('have defaults for what was never chosen', () => {
    expect(reading({ name: 'Ada' })).toMatchObject({
      settings: { ...DEFAULT_SETTINGS, name: 'Ada' },
      wrong: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['half of a file', writeSettingsText(chosen).slice(0, -40)],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['another kind of file', '<html></html>'],
    ['no version there ever was', '{"version":0}'],
    ['a version that is no number', '{"version":"2"}'],
    ['depths that cannot be written again', `{"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['more than settings ever are', JSON.stringify({ x: 'x'.repeat(300_000) })],
  ])('are broken when they are %s', (_what, text) => {
    expect(readSettingsText(text).kind).toBe('broken');
  });

  it('are left alone when a newer Sightline has written them', () => {
    expect(readSettingsText('{"version":2,"name":"Ada"}').kind).toBe('newer');
  });

  it('may begin with a byte order mark', () => {
    expect(readSettingsText(`\ufeff${writeSettingsText(chosen)}`).kind).toBe('read');
  });

  it.each([
    ['name', 7],
    ['name', 'x'.repeat(49)],
    ['language', 'fr'],
    ['theme', null],
    ['serverUrl', 'gopher://share.example.org'],
    ['path', 'by-pigeon'],
    ['quality', ''],
    ['isVisibleNearby', 'yes'],
    ['startMinimised', 1],
    ['openAtLogin', null],
    ['updates', {}],
    ['iceServers', {}],
    ['shortcuts', 'Alt+P'],
  ] as const)('have the default again for a wrong %s, and the rest as it was', (name, wrong) => {
    const read = reading({ ...chosen, [name]: wrong });
    expect(read.settings).toEqual({ ...chosen, [name]: DEFAULT_SETTINGS[name] });
    expect(read.wrong).toEqual([name]);
  });

  it('lose only the wrong ones of several servers and shortcuts', () => {
    const iceServers = [{ url: 'turn:relay.example.org', username: '', credential: '' }];
    const read = reading({
      iceServers: [...iceServers, ...chosen.iceServers],
      shortcuts: { pause: 'Ctrl+Alt+K', stop: 'P' },
    });
    expect(read.settings.iceServers).toEqual(chosen.iceServers);
    expect(read.settings.shortcuts).toEqual({
      pause: 'Control+Alt+K',
      stop: DEFAULT_SETTINGS.shortcuts.stop,
    });
    expect(read.wrong).toEqual(['iceServers', 'shortcuts']);
  });

  it('have each server once, and no more of them than there may be', () => {
    const [stun] = chosen.iceServers;
    const many = Array.from({ length: 10 }, (_, index) => ({ ...stun, url: `stun:s${index}` }));
    const read = reading({ iceServers: [many[0], { ...stun, url: 'STUN:s0' }, ...many.slice(1)] });
    expect(read.settings.iceServers).toEqual(many.slice(0, 8));
    expect(read.wrong).toEqual(['iceServers']);
  });

  it('never give one combination of keys two meanings', () => {
    const both = reading({ shortcuts: { pause: 'Alt+F9', stop: 'Option+F9' } });
    expect(both.settings.shortcuts).toEqual({ pause: 'Alt+F9', stop: 'CommandOrControl+Alt+S' });
    const taken = reading({ shortcuts: { pause: 'CommandOrControl+Alt+S' } });
    expect(taken.settings.shortcuts).toEqual({ pause: 'CommandOrControl+Alt+S', stop: null });
    expect([both.wrong, taken.wrong]).toEqual([['shortcuts'], ['shortcuts']]);
  });

  it('take a server address in any spelling', () => {
    expect(reading({ serverUrl: 'wss://Share.Example.org/ws' }).settings.serverUrl).toBe(
      'https://share.example.org',
    );
  });

  it('keep beside them whatever else was there', () => {
    const unknown = fc.dictionary(
      fc.string().filter((key) => !(key in chosen) && key !== 'version'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(unknown, unknown, (fields, inShortcuts) => {
        const { pause: _pause, stop: _stop, ...others } = inShortcuts;
        const text = JSON.stringify({ ...fields, shortcuts: { ...others } });
        const read = readSettingsText(text);
        if (read.kind !== 'read') throw new Error(read.kind);
        const written = JSON.parse(writeSettingsText(chosen, read.kept));
        expect(written).toEqual(
          JSON.parse(
            JSON.stringify({
              ...fields,
              version: 1,
              ...chosen,
              shortcuts: { ...others, ...chosen.shortcuts },
            }),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
