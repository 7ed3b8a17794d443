import type { Bridge } from './bridge.ts';
import type { PageSettings } from './page-settings.ts';
import { socketUrlOf } from './socket-url.ts';

/** A plain browser: its own picker, and the signaling service that served the page. */
export function createBrowserBridge(
  location: { readonly origin: string },
  settings: PageSettings,
): Bridge {
  return {
    kind: 'browser',
    picker: { kind: 'system' },
    settings,
    checkServer: null,
    updates: null,
    takeStill: async () => null,
    onSourceLost: () => () => {},
    watchLinks: () => () => {},
    shareControls: null,
    signalingAddress: async () => ({
      status: 'listening',
      socketUrl: socketUrlOf(location.origin),
    }),
  };
}
