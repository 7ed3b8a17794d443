import type { NativeTheme } from 'electron';
import type { SetOpenAtLogin } from './open-at-login.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Carries out the settings that the whole app has, now and after every change, until the returned
 * function is called.
 */
export function applySettings(
  store: SettingsStore,
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  setOpenAtLogin: SetOpenAtLogin,
): () => void {
  let setting = Promise.resolve();
  const openAtLogin = (isWanted: boolean) => {
    // In order, so that the last wish counts.
    setting = setting
      .then(() => setOpenAtLogin(isWanted))
      .then(
        () => store.setLoginRefused(false),
        () => store.setLoginRefused(true),
      );
  };
  const { theme, openAtLogin: isWanted } = store.current();
  nativeTheme.themeSource = theme;
  // The program may have moved since; a person who never wanted it has nothing to take back.
  if (isWanted) openAtLogin(true);
  return store.onChange((settings, before) => {
    nativeTheme.themeSource = settings.theme;
    if (settings.openAtLogin !== before.openAtLogin) openAtLogin(settings.openAtLogin);
  });
}
