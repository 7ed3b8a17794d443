import type { RequestHandlers } from '../ipc.ts';
import { checkServer, type FetchOutside } from './check-server.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the main process does for each request about settings. */
export function createSettingsHandlers(
  store: SettingsStore,
  fetchOutside: FetchOutside,
): Pick<
  RequestHandlers,
  'settings:read' | 'settings:change' | 'settings:dismiss-troubles' | 'server:check'
> {
  return {
    'settings:read': async () => store.state(),
    'settings:change': async (patch) => store.change(patch),
    'settings:dismiss-troubles': async () => store.dismissTroubles(),
    'server:check': (origin) => checkServer(origin, fetchOutside),
  };
}
