import { describe, expect, it, vi } from 'vitest';
import type { DesktopApi } from '../../preload/contract.ts';
import { DEFAULT_SETTINGS, type SettingsState } from '../../preload/settings.ts';
import { openBrowserSettings } from './browser-settings.ts';
import { createDesktopBridge } from './desktop-bridge.ts';
import { openDesktopSettings } from './desktop-settings.ts';

const KEY = 'sightline.settings';
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

/** One browser whose pages share a storage. */
function createBrowser(first: Record<string, string> = {}) {
  const values = new Map(Object.entries(first));
  const pages: (() => void)[] = [];
  let isFull = false;
  const openPage = () => {
    let tellOwn = () => {};
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      removeItem: (key: string) => void values.delete(key),
      setItem(key: string, value: string) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        values.set(key, value);
        for (const tell of pages) if (tell !== tellOwn) tell();
      },
    };
    return openBrowserSettings({
      openStorage: () => storage,
      onOtherPage(listener) {
        tellOwn = listener;
        pages.push(listener);
      },
      now: () => NOW,
    });
  };
  const setFull = (full: boolean) => {
    isFull = full;
  };
  const tellAll = () => {
    for (const tell of pages) tell();
  };
  return { values, openPage, setFull, tellAll };
}

describe('settings in a browser', () => {
  it('are kept for the next visit', () => {
    const { openPage, values } = createBrowser();
    const page = openPage();
    expect(page.getState().settings).toEqual(DEFAULT_SETTINGS);
    expect(values.size).toBe(0);
    page.change({ name: 'Ada' });
    page.change({ path: 'lan-only' });
    expect(openPage().getState().settings).toMatchObject({ name: 'Ada', path: 'lan-only' });
  });

  it('are the same in every page at every moment', () => {
    const { openPage } = createBrowser();
    const [here, there] = [openPage(), openPage()];
    const heard = vi.fn();
    const stop = there.subscribe(heard);
    here.change({ theme: 'dark' });
    expect(there.getState().settings.theme).toBe('dark');
    there.change({ name: 'Ada' });
    expect(here.getState().settings).toMatchObject({ theme: 'dark', name: 'Ada' });
    stop();
    here.change({ name: 'Bo' });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('take over what earlier versions kept, once', () => {
    const { openPage, values } = createBrowser({
      'sightline.name': 'Ada',
      'sightline.language': 'ko',
      'sightline.path': 'relay-only',
      'sightline.quality': 'by-pigeon',
      other: 'x',
    });
    const { settings, troubles } = openPage().getState();
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      ...{ name: 'Ada', language: 'ko', path: 'relay-only' },
    });
    expect(troubles).toEqual([]);
    expect([...values.keys()].sort()).toEqual(['other', KEY]);
    values.set('sightline.name', 'Bo');
    expect(openPage().getState().settings.name).toBe('Ada');
  });

  it.each([
    ['broken', '{"version":1,"na'],
    ['newer', '{"version":9}'],
  ] as const)('that are %s are kept aside and reported', (why, text) => {
    const { openPage, values } = createBrowser({ [KEY]: text });
    const page = openPage();
    const place = `${KEY}.broken-2026-01-02T03:04:05.000Z`;
    expect(page.getState()).toMatchObject({
      settings: DEFAULT_SETTINGS,
      troubles: [{ kind: 'kept-aside', why, place }],
    });
    expect(values.get(place)).toBe(text);
    page.dismissTroubles();
    expect(page.getState().troubles).toEqual([]);
  });

  it('with wrong values are mended, and a copy is kept', () => {
    const text = '{"version":1,"name":"Ada","theme":"pink","later":7}';
    const { openPage, values } = createBrowser({ [KEY]: text });
    const { settings, troubles } = openPage().getState();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, name: 'Ada' });
    expect(troubles).toMatchObject([{ kind: 'wrong-values', names: ['theme'] }]);
    expect([...values.values()]).toContain(text);
    expect(JSON.parse(values.get(KEY) ?? '')).toMatchObject({ theme: 'system', later: 7 });
  });

  it('neither follow nor lose what another page of a newer version writes', () => {
    const { openPage, values, tellAll } = createBrowser();
    const [here, there] = [openPage(), openPage()];
    here.change({ name: 'Ada' });
    values.set(KEY, '{"version":9}');
    tellAll();
    expect(values.get(KEY)).toBe('{"version":9}');
    there.change({ theme: 'dark' });
    expect(here.getState().settings).toMatchObject({ name: 'Ada', theme: 'dark' });
    expect([...values.values()]).toContain('{"version":9}');
  });

  it('last as long as the page where nothing can be kept, and say so', () => {
    const { openPage, setFull, values } = createBrowser();
    const page = openPage();
    setFull(true);
    page.change({ name: 'Ada' });
    page.change({ name: 'Bo' });
    expect(page.getState().settings.name).toBe('Bo');
    expect(page.getState().troubles).toEqual([{ kind: 'not-saved', why: 'failed', place: KEY }]);
    setFull(false);
    page.change({ theme: 'dark' });
    expect(page.getState().troubles).toEqual([]);
    expect(JSON.parse(values.get(KEY) ?? '')).toMatchObject({ name: 'Bo', theme: 'dark' });
  });

  it('survive a storage that is blocked altogether', () => {
    const page = openBrowserSettings({
      openStorage: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      onOtherPage: (listener) => listener(),
      now: () => NOW,
    });
    page.change({ name: 'Ada' });
    expect(page.getState().settings.name).toBe('Ada');
  });
});

/** The app's side, answering when the test lets it. */
function createApp() {
  const stored = { ...DEFAULT_SETTINGS, name: 'Ada' };
  let state: SettingsState = { settings: stored, troubles: [], takenShortcuts: [] };
  let tell: (news: SettingsState) => void = () => {};
  const answers: { take(): void; refuse(): void }[] = [];
  const api = {
    readSettings: async () => state,
    changeSettings: (patch: object) =>
      new Promise<void>((resolve, reject) => {
        const take = () => {
          state = { ...state, settings: { ...state.settings, ...patch } };
          tell(state);
          resolve();
        };
        answers.push({ take, refuse: () => reject(new Error('bad-arguments')) });
      }),
    dismissSettingsTroubles: vi.fn(async () => {}),
    onSettingsChanged: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
    signalingAddress: async () => ({ status: 'listening', socketUrl: 'ws://127.0.0.1:1/ws' }),
    onShortcutsChanged: () => () => {},
  } as unknown as DesktopApi;
  const changeElsewhere = (patch: object) => {
    state = { ...state, settings: { ...state.settings, ...patch } };
    tell(state);
  };
  return { api, answers, changeElsewhere };
}

describe('settings in the desktop app', () => {
  it('are those of the app, live', async () => {
    const { api, changeElsewhere } = createApp();
    const page = await openDesktopSettings(api);
    expect(page.getState().settings.name).toBe('Ada');
    changeElsewhere({ theme: 'dark' });
    expect(page.getState().settings).toMatchObject({ name: 'Ada', theme: 'dark' });
  });

  it('count here before the app has answered, also against older news', async () => {
    const { api, answers, changeElsewhere } = createApp();
    const page = await openDesktopSettings(api);
    page.change({ name: 'Bo' });
    expect(page.getState().settings.name).toBe('Bo');
    changeElsewhere({ theme: 'dark' });
    expect(page.getState().settings).toMatchObject({ name: 'Bo', theme: 'dark' });
    answers[0]?.take();
    await Promise.resolve();
    changeElsewhere({ name: 'Cy' });
    expect(page.getState().settings.name).toBe('Cy');
  });

  it('go back to what the app has when it refuses a change', async () => {
    const { api, answers } = createApp();
    const page = await openDesktopSettings(api);
    page.change({ name: 'Bo' });
    answers[0]?.refuse();
    await expect.poll(() => page.getState().settings.name).toBe('Ada');
  });

  it('are the defaults when the app does not answer', async () => {
    const { api } = createApp();
    const readSettings = () => Promise.reject(new Error('no'));
    const page = await openDesktopSettings({ ...api, readSettings });
    expect(page.getState().settings).toEqual(DEFAULT_SETTINGS);
  });

  it('name the service that shares are opened on', async () => {
    const { api } = createApp();
    const bridge = createDesktopBridge(api, await openDesktopSettings(api));
    expect(await bridge.signalingAddress()).toMatchObject({ socketUrl: 'ws://127.0.0.1:1/ws' });
    bridge.settings.change({ serverUrl: 'https://share.example.org' });
    expect(await bridge.signalingAddress()).toEqual({
      status: 'listening',
      socketUrl: 'wss://share.example.org/ws',
    });
  });
});
