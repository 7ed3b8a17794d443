import { isDeepStrictEqual } from 'node:util';
import type {
  Settings,
  SettingsPatch,
  SettingsState,
  SettingsTrouble,
  ShortcutName,
} from '../../preload/settings.ts';
import type { OpenedSettings } from './open-settings.ts';

/** What this person has decided, for every part of the app; kept in a file. */
export type SettingsStore = {
  current(): Settings;
  /** Counts at once; the file follows. */
  change(patch: SettingsPatch): void;
  /** Calls `listener` after every change, until the returned function is called. */
  onChange(listener: (settings: Settings, before: Settings) => void): () => void;
  state(): SettingsState;
  /** The same for everything there is to say about the settings. */
  onState(listener: (state: SettingsState) => void): () => void;
  /** Says which shortcuts could not be had because another program holds them. */
  setTakenShortcuts(names: readonly ShortcutName[]): void;
  /** Says whether the system refused to open the app at login. */
  setLoginRefused(isRefused: boolean): void;
  /** The person has read what there was to say. */
  dismissTroubles(): void;
  /** Resolves when all that can be saved is saved; never rejects. */
  saved(): Promise<void>;
};

/** @param opened what was found, and how to save what becomes of it */
export function createSettingsStore(opened: OpenedSettings): SettingsStore {
  let state: SettingsState = {
    settings: opened.settings,
    troubles: opened.troubles,
    takenShortcuts: [],
  };
  let saving: Promise<void> | undefined;
  let isSaved = !opened.mustSave;
  const changeListeners = new Set<(settings: Settings, before: Settings) => void>();
  const stateListeners = new Set<(state: SettingsState) => void>();

  const setState = (next: Partial<SettingsState>) => {
    const before = state;
    state = { ...state, ...next };
    if (isDeepStrictEqual(before, state)) return;
    if (before.settings !== state.settings) {
      for (const listener of [...changeListeners]) listener(state.settings, before.settings);
    }
    for (const listener of [...stateListeners]) listener(state);
  };
  const setTrouble = (kind: SettingsTrouble['kind'], trouble: SettingsTrouble | undefined) => {
    const others = state.troubles.filter((other) => other.kind !== kind);
    setState({ troubles: trouble ? [...others, trouble] : others });
  };

  /** One write at a time, and the newest settings with each. */
  const save = async () => {
    while (!isSaved) {
      isSaved = true;
      const why = await opened.save(state.settings);
      setTrouble('not-saved', why && { kind: 'not-saved', why, place: opened.place });
      // The next change tries again, and so does quitting.
      if (why && isSaved) {
        isSaved = false;
        return;
      }
    }
  };
  const startSaving = () => {
    saving ??= save().finally(() => {
      saving = undefined;
    });
    return saving;
  };
  if (!isSaved) void startSaving();

  return {
    current: () => state.settings,
    change(patch) {
      const settings = { ...state.settings, ...patch };
      if (isDeepStrictEqual(settings, state.settings)) return;
      isSaved = false;
      setState({ settings });
      void startSaving();
    },
    onChange: (listener) => listen(changeListeners, listener),
    state: () => state,
    onState: (listener) => listen(stateListeners, listener),
    setTakenShortcuts: (takenShortcuts) => setState({ takenShortcuts }),
    setLoginRefused: (isRefused) =>
      setTrouble('login-refused', isRefused ? { kind: 'login-refused' } : undefined),
    dismissTroubles: () => setState({ troubles: [] }),
    saved: () => (isSaved && !saving ? Promise.resolve() : startSaving()),
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  // One function may be given twice, and each stop ends only its own.
  const own = ((...args: unknown[]) =>
    (listener as (...args: unknown[]) => void)(...args)) as Listener;
  listeners.add(own);
  return () => void listeners.delete(own);
}
