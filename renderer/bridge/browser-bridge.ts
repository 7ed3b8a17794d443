import type { Bridge } from './bridge.ts';
import { socketUrlOf } from './socket-url.ts';

/** A plain browser: its own picker, and the signaling service that served the page. */
export function createBrowserBridge(location: { readonly origin: string }): Bridge {
  return {
    kind: 'browser',
    picker: { kind: 'system' },
    takeStill: async () => null,
    shareControls: null,
    signalingAddress: async () => ({
      status: 'listening',
      socketUrl: socketUrlOf(location.origin),
    }),
  };
}
