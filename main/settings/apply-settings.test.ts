import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../preload/settings.ts';
import { applySettings } from './apply-settings.ts';
import { autostartEntry } from './autostart-entry.ts';
import { createOpenAtLogin } from './open-at-login.ts';
import { createSettingsStore } from './settings-store.ts';

const storeOf = (settings: Partial<Settings> = {}) =>
  createSettingsStore({
    settings: { ...DEFAULT_SETTINGS, ...settings },
    troubles: [],
    place: '/settings.json',
    mustSave: false,
    save: async () => undefined,
  });
const themeOf = () => ({ themeSource: 'system' as 'system' | 'light' | 'dark' });

describe('settings of the whole app', () => {
  it('take effect at start and with every change, until stopped', () => {
    const store = storeOf({ theme: 'dark' });
    const theme = themeOf();
    const stop = applySettings(store, theme, async () => {});
    expect(theme.themeSource).toBe('dark');
    store.change({ theme: 'light' });
    expect(theme.themeSource).toBe('light');
    stop();
    store.change({ theme: 'dark' });
    expect(theme.themeSource).toBe('light');
  });

  it('reach the system in the order in which they were wished for', async () => {
    const store = storeOf();
    const asked: boolean[] = [];
    applySettings(store, themeOf(), async (isWanted) => {
      if (isWanted) await Promise.resolve();
      asked.push(isWanted);
    });
    for (const openAtLogin of [true, false, true, false]) store.change({ openAtLogin });
    await expect.poll(() => asked).toEqual([true, false, true, false]);
  });

  it('say so when the system refuses, until it no longer does', async () => {
    const store = storeOf({ openAtLogin: true });
    applySettings(store, themeOf(), async (isWanted) => {
      if (isWanted) throw new Error('no');
    });
    await expect.poll(() => store.state().troubles).toEqual([{ kind: 'login-refused' }]);
    store.change({ openAtLogin: false });
    await expect.poll(() => store.state().troubles).toEqual([]);
  });

  it('ask the system for nothing that was never wished for', async () => {
    const setOpenAtLogin = vi.fn(async () => {});
    applySettings(storeOf(), themeOf(), setOpenAtLogin);
    await Promise.resolve();
    expect(setOpenAtLogin).not.toHaveBeenCalled();
  });
});

describe('opening at login', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline login '));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const app = (isObeyed = true) => {
    let openAtLogin = false;
    return {
      setLoginItemSettings: vi.fn((settings: { openAtLogin?: boolean }) => {
        if (isObeyed) openAtLogin = settings.openAtLogin === true;
      }),
      getLoginItemSettings: () => ({ openAtLogin }) as never,
    };
  };
  const on = (platform: NodeJS.Platform, ofApp = app()) =>
    createOpenAtLogin({
      app: ofApp,
      platform,
      autostartFolder: path.join(folder, 'autostart'),
      command: ['/opt/Sight line/sightline'],
    });

  it('is a desktop entry on Linux, and gone again when it is switched off', async () => {
    const entry = path.join(folder, 'autostart/sightline.desktop');
    const set = on('linux');
    await set(true);
    expect(await readFile(entry, 'utf8')).toContain('\nExec="/opt/Sight line/sightline"\n');
    await set(false);
    await set(false);
    await expect(readFile(entry)).rejects.toThrow('ENOENT');
  });

  it('is refused on Linux where the folder cannot be', async () => {
    await writeFile(path.join(folder, 'autostart'), 'a file');
    await expect(on('linux')(true)).rejects.toThrow();
    await chmod(folder, 0o700);
  });

  it.each(['darwin', 'win32'] as const)('is a login item on %s', async (platform) => {
    const ofApp = app();
    await on(platform, ofApp)(true);
    expect(ofApp.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true });
    await expect(on(platform, app(false))(true)).rejects.toThrow('login-refused');
  });

  it.each([
    [['/usr/bin/sightline'], '/usr/bin/sightline'],
    [['/a b/électron', '/repo'], '"/a b/électron" /repo'],
    [['/50%/$HOME/`x`/"q"/\\'], '"/50%%/\\\\$HOME/\\\\`x\\\\`/\\\\"q\\\\"/\\\\\\\\"'],
    [['/two\nlines'], '"/two\\nlines"'],
  ])('quotes %j as the desktop wants it', (command, exec) => {
    expect(autostartEntry(command)).toContain(`\nExec=${exec}\n`);
  });
});
