import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsState,
  type SettingsTrouble,
} from '../../preload/settings.ts';
import { readSettingsText, writeSettingsText } from '../../preload/settings-text.ts';
import { createSettingsState, type PageSettings } from './page-settings.ts';

const KEY = 'sightline.settings';
/** Where single settings were kept before there was one place for all. */
const FORMER_KEYS = {
  name: 'sightline.name',
  language: 'sightline.language',
  path: 'sightline.path',
  quality: 'sightline.quality',
} as const;

export type BrowserSettingsDeps = {
  /** May throw, as `localStorage` does where storage is blocked. */
  readonly openStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Calls `listener` whenever another page has changed the storage. */
  readonly onOtherPage: (listener: () => void) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** The settings a browser keeps for this site; without a storage they last as long as the page. */
export function openBrowserSettings(deps: BrowserSettingsDeps): PageSettings {
  const { openStorage } = deps;
  let kept: Readonly<Record<string, unknown>> = {};

  const keepAside = (storage: Pick<Storage, 'setItem'>, text: string): string => {
    const place = `${KEY}.broken-${new Date(deps.now()).toISOString()}`;
    storage.setItem(place, text);
    return place;
  };
  const save = (settings: Settings): readonly SettingsTrouble[] => {
    try {
      const storage = openStorage();
      const there = storage.getItem(KEY);
      // A page of a newer version may have written meanwhile.
      if (there !== null && readSettingsText(there).kind !== 'read') keepAside(storage, there);
      storage.setItem(KEY, writeSettingsText(settings, kept));
      return [];
    } catch {
      return [{ kind: 'not-saved', why: 'failed', place: KEY }];
    }
  };
  /** Throws where storage is blocked or full, and has changed nothing then. */
  const read = (): SettingsState => {
    const storage = openStorage();
    const text = storage.getItem(KEY) ?? takeOverFormer(storage);
    if (text === null) return stateOf(DEFAULT_SETTINGS);
    const found = readSettingsText(text);
    if (found.kind !== 'read') {
      const place = keepAside(storage, text);
      storage.removeItem(KEY);
      return stateOf(DEFAULT_SETTINGS, { kind: 'kept-aside', why: found.kind, place });
    }
    const { settings, wrong } = found;
    kept = found.kept;
    if (wrong.length === 0) return stateOf(settings);
    const place = keepAside(storage, text);
    save(settings);
    return stateOf(settings, { kind: 'wrong-values', names: wrong, place });
  };
  /** What another page has just written; it looks after what is wrong with it itself. */
  const takeNews = () => {
    const found = readSettingsText(openStorage().getItem(KEY) ?? '');
    if (found.kind !== 'read') return;
    kept = found.kept;
    setState({ ...getState(), settings: found.settings });
  };

  const { getState, setState, subscribe } = createSettingsState(
    orElse(read, () => stateOf(DEFAULT_SETTINGS)),
  );
  deps.onOtherPage(() => orElse(takeNews, () => {}));
  return {
    getState,
    subscribe,
    change(patch) {
      const { settings, ...state } = getState();
      const changed = { ...settings, ...patch };
      const others = state.troubles.filter(({ kind }) => kind !== 'not-saved');
      setState({ ...state, settings: changed, troubles: [...others, ...save(changed)] });
    },
    dismissTroubles: () => setState({ ...getState(), troubles: [] }),
  };
}

const stateOf = (settings: Settings, ...troubles: SettingsTrouble[]): SettingsState => ({
  settings,
  troubles,
  takenShortcuts: [],
});

/** Blocked storage throws at every touch. */
function orElse<Result>(work: () => Result, fallback: () => Result): Result {
  try {
    return work();
  } catch {
    return fallback();
  }
}

/** What was kept under the former names, as if it had always been in one place; `null` for nothing. */
function takeOverFormer(storage: ReturnType<BrowserSettingsDeps['openStorage']>): string | null {
  const former = Object.entries(FORMER_KEYS).flatMap(([name, key]) => {
    const value = storage.getItem(key);
    return value === null ? [] : [[name, value] as const];
  });
  if (former.length === 0) return null;
  const read = readSettingsText(JSON.stringify(Object.fromEntries(former)));
  if (read.kind !== 'read') return null;
  // A single choice that makes no sense was never reported, and is nothing to report now.
  const text = writeSettingsText(read.settings);
  storage.setItem(KEY, text);
  for (const key of Object.values(FORMER_KEYS)) storage.removeItem(key);
  return text;
}
