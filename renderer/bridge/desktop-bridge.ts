import type { DesktopApi } from '../../preload/contract.ts';
import type { Bridge } from './bridge.ts';
import { createDesktopUpdates } from './desktop-updates.ts';
import { createNearbyBridge } from './nearby-bridge.ts';
import type { PageSettings } from './page-settings.ts';
import { createShareControls } from './share-controls.ts';
import { socketUrlOf } from './socket-url.ts';

/**
 * The desktop app: our own gallery of sources, and the signaling service inside the app unless the
 * person named another one.
 */
export function createDesktopBridge(api: DesktopApi, settings: PageSettings): Bridge {
  return {
    kind: 'desktop',
    picker: {
      kind: 'gallery',
      watchSources(onChange) {
        const stopListening = api.onSourcesChanged(onChange);
        let isWatching = true;
        api.watchSources().then(
          (listing) => isWatching && onChange(listing),
          () => isWatching && onChange({ status: 'failed' }),
        );
        return () => {
          isWatching = false;
          stopListening();
          void api.unwatchSources();
        };
      },
      chooseSource: api.chooseSource,
      askScreenAccess: api.askScreenAccess,
      openCaptureSettings: api.openCaptureSettings,
    },
    settings,
    checkServer: api.checkServer,
    async signalingAddress() {
      const { serverUrl } = settings.getState().settings;
      if (serverUrl === null) return api.signalingAddress();
      return { status: 'listening', socketUrl: socketUrlOf(serverUrl) };
    },
    onSourceLost: api.onSourceLost,
    updates: createDesktopUpdates(api),
    watchLinks(onLink) {
      const take = () =>
        void api.takeLink().then(
          (link) => link && onLink(link),
          () => {},
        );
      const stop = api.onLinkOpened(take);
      take();
      return stop;
    },
    nearby: createNearbyBridge(api),
    shareControls: createShareControls(api),
    async takeStill(width, height) {
      const still = await api.takeStill(width, height).catch(() => null);
      const pixels = still && (await inflate(still.deflated));
      // Anything else is a screen that has just changed its size.
      return pixels?.byteLength === width * height * 4 ? { width, height, pixels } : null;
    },
  };
}

async function inflate(deflated: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const pixels = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return new Uint8Array(await new Response(pixels).arrayBuffer());
  } catch {
    return null;
  }
}
