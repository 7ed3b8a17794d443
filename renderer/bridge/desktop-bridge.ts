import type { DesktopApi } from '../../preload/contract.ts';
import type { Bridge } from './bridge.ts';
import { createShareControls } from './share-controls.ts';

/** The desktop app: our own gallery of sources, and the signaling service inside the app. */
export function createDesktopBridge(api: DesktopApi): Bridge {
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
      openCaptureSettings: api.openCaptureSettings,
    },
    signalingAddress: api.signalingAddress,
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
