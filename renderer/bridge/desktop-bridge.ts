import type { DesktopApi } from '../../preload/contract.ts';
import type { Bridge } from './bridge.ts';

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
  };
}
