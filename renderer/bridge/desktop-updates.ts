import type { DesktopApi } from '../../preload/contract.ts';
import type { AppUpdates } from './bridge.ts';

/** What the main process finds out about newer versions. */
export function createDesktopUpdates(api: DesktopApi): AppUpdates {
  return {
    watch(onChange) {
      let isKnown = false;
      const stop = api.onUpdateChanged((notice) => {
        isKnown = true;
        onChange(notice);
      });
      api.currentUpdate().then(
        // An event that came first is newer than this answer.
        (notice) => isKnown || onChange(notice),
        () => {},
      );
      return () => {
        isKnown = true;
        stop();
      };
    },
    restart: api.restartForUpdate,
    later: api.putOffUpdate,
    openDownloads: api.openDownloads,
  };
}
