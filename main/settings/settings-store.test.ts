import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SettingsState } from '../../preload/settings.ts';
import { openSettings } from './open-settings.ts';
import { openSettingsFile, type SettingsFile, saveFailureOf } from './settings-file.ts';
import { createSettingsStore } from './settings-store.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const ASIDE = 'settings.broken-2026-01-02T03-04-05.json';
const isRoot = process.getuid?.() === 0;

let folder = '';
let place = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sightline settings '));
  place = path.join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = async (file = openSettingsFile(place, () => NOW)) =>
  createSettingsStore(await openSettings(file));
const inFile = async () => JSON.parse(await readFile(place, 'utf8'));
const files = async () => (await readdir(folder)).sort();
const failing = (code: string) => Object.assign(new Error(code), { code });

describe('the settings of the app', () => {
  it('are the defaults at first, and write nothing', async () => {
    const store = await open();
    expect(store.current()).toEqual(DEFAULT_SETTINGS);
    await store.saved();
    expect(await files()).toEqual([]);
  });

  it('are there again after a new start, readable by their owner only', async () => {
    const store = await open();
    store.change({ name: 'Ada', theme: 'dark' });
    store.change({ serverUrl: 'https://share.example.org' });
    expect(store.current()).toMatchObject({ name: 'Ada', theme: 'dark' });
    await store.saved();
    expect((await open()).current()).toEqual(store.current());
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect(await files()).toEqual(['settings.json']);
  });

  it('make the folder they are kept in', async () => {
    const deep = path.join(folder, 'new/profile/settings.json');
    const store = await open(openSettingsFile(deep, () => NOW));
    store.change({ name: 'Ada' });
    await store.saved();
    expect(JSON.parse(await readFile(deep, 'utf8'))).toMatchObject({ name: 'Ada' });
  });

  it('tell every listener of every change, until it stops listening', async () => {
    const store = await open();
    const heard: string[] = [];
    const note = ({ name }: { name: string }, before: { name: string }) =>
      heard.push(`${before.name}>${name}`);
    const stop = store.onChange(note);
    store.onChange(note);
    store.change({ name: 'Ada' });
    store.change({ name: 'Ada' });
    stop();
    stop();
    store.change({ name: 'Bo' });
    expect(heard).toEqual(['>Ada', '>Ada', 'Ada>Bo']);
    await store.saved();
  });

  it('keep what a Sightline to come has added', async () => {
    const added = { version: 1, name: 'Ada', later: { x: [1] }, shortcuts: { draw: 'Alt+D' } };
    await writeFile(place, JSON.stringify(added));
    const store = await open();
    store.change({ updates: false });
    await store.saved();
    expect(await inFile()).toMatchObject({
      name: 'Ada',
      updates: false,
      later: { x: [1] },
      shortcuts: { draw: 'Alt+D', ...DEFAULT_SETTINGS.shortcuts },
    });
  });

  it.each([
    ['broken', 'broken', 'not JSON at all'],
    ['truncated', 'broken', '{"version":1,"name":"Ada","th'],
    ['emptied', 'broken', ''],
    ['newer', 'newer', '{"version":7,"name":"Ada"}'],
  ] as const)('that are %s are kept aside untouched, and reported', async (_how, why, text) => {
    await writeFile(place, text);
    const store = await open();
    const aside = path.join(folder, ASIDE);
    expect(store.current()).toEqual(DEFAULT_SETTINGS);
    expect(store.state().troubles).toEqual([{ kind: 'kept-aside', why, place: aside }]);
    expect(await readFile(aside, 'utf8')).toBe(text);
    store.change({ name: 'Bo' });
    await store.saved();
    expect(await files()).toEqual([ASIDE, 'settings.json']);
    expect((await open()).state().troubles).toEqual([]);
  });

  it('never write over something kept aside before', async () => {
    for (const text of ['first', 'second', 'third']) {
      await writeFile(place, text);
      await open();
    }
    const kept = await Promise.all(
      (await files()).map((name) => readFile(path.join(folder, name), 'utf8')),
    );
    expect(kept.sort()).toEqual(['first', 'second', 'third']);
  });

  it('with wrong values are mended at once, with a copy of what was there', async () => {
    const text = '{"version":1,"name":"Ada","theme":"pink","language":3}';
    await writeFile(place, text);
    const store = await open();
    const aside = path.join(folder, ASIDE);
    expect(store.current()).toEqual({ ...DEFAULT_SETTINGS, name: 'Ada' });
    expect(store.state().troubles).toEqual([
      { kind: 'wrong-values', names: ['language', 'theme'], place: aside },
    ]);
    await store.saved();
    expect(await readFile(aside, 'utf8')).toBe(text);
    expect(await inFile()).toMatchObject({ name: 'Ada', theme: 'system' });
    expect((await open()).state().troubles).toEqual([]);
  });

  it('survive a folder in the place of their file', async () => {
    await mkdir(place);
    const store = await open();
    expect(store.state().troubles).toMatchObject([{ kind: 'kept-aside', why: 'broken' }]);
    store.change({ name: 'Ada' });
    await store.saved();
    expect(await inFile()).toMatchObject({ name: 'Ada' });
  });

  it('are forgotten troubles once they were read', async () => {
    await writeFile(place, '?');
    const store = await open();
    const heard: SettingsState[] = [];
    store.onState((state) => heard.push(state));
    store.dismissTroubles();
    store.setTakenShortcuts(['stop']);
    expect(heard.map(({ troubles }) => troubles)).toEqual([[], []]);
    expect(store.state().takenShortcuts).toEqual(['stop']);
  });
});

describe('settings that cannot be saved', () => {
  it('count all the same, are reported, and are saved as soon as that is possible', async () => {
    let error: Error | undefined = failing('ENOSPC');
    const real = openSettingsFile(place, () => NOW);
    const write = (text: string) => (error ? Promise.reject(error) : real.write(text));
    const store = await open({ ...real, write });
    store.change({ name: 'Ada' });
    await store.saved();
    expect(store.current().name).toBe('Ada');
    expect(store.state().troubles).toEqual([{ kind: 'not-saved', why: 'disk-full', place }]);
    error = undefined;
    await store.saved();
    expect(store.state().troubles).toEqual([]);
    expect(await inFile()).toMatchObject({ name: 'Ada' });
  });

  it.skipIf(isRoot)('are reported when the folder is read-only', async () => {
    await chmod(folder, 0o500);
    const store = await open();
    store.change({ name: 'Ada' });
    await store.saved();
    expect(store.state().troubles).toEqual([{ kind: 'not-saved', why: 'not-allowed', place }]);
    await chmod(folder, 0o700);
  });

  it('are reported when there can be no folder for them', async () => {
    await writeFile(path.join(folder, 'profile'), 'a file');
    const impossible = path.join(folder, 'profile/settings.json');
    const store = await open(openSettingsFile(impossible, () => NOW));
    store.change({ name: 'Ada' });
    await store.saved();
    expect(store.current().name).toBe('Ada');
    expect(store.state().troubles).toMatchObject([{ kind: 'not-saved', place: impossible }]);
  });

  it('never replace a broken file that could not be kept aside', async () => {
    await writeFile(place, 'broken, and precious');
    const real = openSettingsFile(place, () => NOW);
    const keepAside = () => Promise.reject(failing('EROFS'));
    const store = await open({ ...real, keepAside });
    expect(store.state().troubles).toEqual([{ kind: 'not-saved', why: 'not-allowed', place }]);
    store.change({ name: 'Ada' });
    await store.saved();
    expect(store.current().name).toBe('Ada');
    expect(await readFile(place, 'utf8')).toBe('broken, and precious');
  });

  it('nor one with wrong values', async () => {
    await writeFile(place, '{"name":"Ada","theme":"pink"}');
    const real = openSettingsFile(place, () => NOW);
    const store = await open({ ...real, keepAside: () => Promise.reject(failing('EACCES')) });
    expect(store.current().name).toBe('Ada');
    await store.saved();
    expect(await inFile()).toEqual({ name: 'Ada', theme: 'pink' });
  });

  it.each([
    ['EACCES', 'not-allowed'],
    ['EPERM', 'not-allowed'],
    ['EROFS', 'not-allowed'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'failed'],
  ])('for %s say %s', (code, failure) => {
    expect(saveFailureOf(failing(code))).toBe(failure);
  });
});

describe('many changes at once', () => {
  it('are written one after the other, the newest last, and no more often than needed', async () => {
    let writing = 0;
    let most = 0;
    const written: string[] = [];
    const waiting: (() => void)[] = [];
    const file: SettingsFile = {
      place,
      read: async () => ({ kind: 'none' }),
      keepAside: async () => place,
      async write(text) {
        writing += 1;
        most = Math.max(most, writing);
        await new Promise<void>((resolve) => waiting.push(resolve));
        written.push(JSON.parse(text).name);
        writing -= 1;
      },
    };
    const store = await open(file);
    for (let count = 0; count <= 50; count += 1) store.change({ name: `name ${count}` });
    const saved = store.saved();
    waiting.shift()?.();
    await expect.poll(() => waiting.length).toBe(1);
    store.change({ name: 'last' });
    waiting.shift()?.();
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()?.();
    await saved;
    expect(most).toBe(1);
    expect(written).toEqual(['name 0', 'name 50', 'last']);
  });

  it('leave a whole file whenever it is looked at', async () => {
    const store = await open();
    store.change({ name: 'x' });
    await store.saved();
    for (let count = 0; count < 40; count += 1) {
      store.change({ name: `name ${count}` });
      if (count % 4 === 0) expect((await inFile()).version).toBe(1);
    }
    await store.saved();
    expect(await inFile()).toMatchObject({ name: 'name 39' });
    expect(await files()).toEqual(['settings.json']);
  });
});
