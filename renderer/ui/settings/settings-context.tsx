import { createContext, useContext } from 'react';
import type { Bridge } from '../../bridge/bridge.ts';
import type { Doctor } from '../../doctor/doctor.ts';
import { useStore } from '../use-store.ts';

/** What the settings are made of, for every screen that shows or changes one. */
type SettingsSurroundings = {
  readonly bridge: Pick<Bridge, 'kind' | 'settings' | 'checkServer'>;
  readonly doctor: Pick<Doctor, 'askIceServers'>;
  /** Whose keys have other names. */
  readonly isMac: boolean;
};

const SettingsContext = createContext<SettingsSurroundings | null>(null);
export const SettingsProvider = SettingsContext.Provider;

export function useSettingsSurroundings(): SettingsSurroundings {
  const surroundings = useContext(SettingsContext);
  if (!surroundings) throw new Error('there is no SettingsProvider around this component');
  return surroundings;
}

/** The settings as they are now, and the way to change them. */
export function useSettings() {
  const { settings } = useSettingsSurroundings().bridge;
  const { change, dismissTroubles } = settings;
  return { ...useStore(settings), change, dismissTroubles };
}
