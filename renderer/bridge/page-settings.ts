import type { SettingsPatch, SettingsState } from '../../preload/settings.ts';

/** The settings as the page sees them: at once here, and live in every other page. */
export type PageSettings = {
  getState(): SettingsState;
  subscribe(listener: () => void): () => void;
  change(patch: SettingsPatch): void;
  /** The person has read what there was to say. */
  dismissTroubles(): void;
};

/** A state with listeners, in the shape React's `useSyncExternalStore` reads. */
export function createSettingsState(initial: SettingsState) {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    setState(next: SettingsState): void {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
