import type { DesktopApi } from '../../preload/contract.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsPatch } from '../../preload/settings.ts';
import { createSettingsState, type PageSettings } from './page-settings.ts';

type SettingsApi = Pick<
  DesktopApi,
  'readSettings' | 'changeSettings' | 'dismissSettingsTroubles' | 'onSettingsChanged'
>;

/** The settings the app keeps in its file; the defaults, should the app not answer. */
export async function openDesktopSettings(api: SettingsApi): Promise<PageSettings> {
  const { getState, setState, subscribe } = createSettingsState({
    settings: DEFAULT_SETTINGS,
    troubles: [],
    takenShortcuts: [],
  });
  /** Changes of this page that the app has not answered yet. */
  const pending = new Set<SettingsPatch>();
  const take = (state: ReturnType<typeof getState>) => {
    // What the person has just done here must not be undone by news of what was before.
    const settings: Settings = Object.assign({}, state.settings, ...pending);
    setState({ ...state, settings });
  };
  let hasNews = false;
  api.onSettingsChanged((state) => {
    hasNews = true;
    take(state);
  });
  const first = await api.readSettings().catch(() => undefined);
  if (first && !hasNews) take(first);

  return {
    getState,
    subscribe,
    change(patch) {
      pending.add(patch);
      take(getState());
      const done = () => void pending.delete(patch);
      const undo = async () => {
        done();
        // Not taken: what counts is what the app has.
        const state = await api.readSettings().catch(() => undefined);
        if (state) take(state);
      };
      void api.changeSettings(patch).then(done, undo);
    },
    dismissTroubles: () => void api.dismissSettingsTroubles().catch(() => {}),
  };
}
