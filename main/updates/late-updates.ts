import type { UpdateNotice } from '../../preload/contract.ts';

/** What the app does about newer versions of itself, as the page may ask for it. */
export type AppUpdates = {
  current(): UpdateNotice;
  /** Goes on at once when something has changed: a switch, or the end of a share. */
  look(): void;
  later(): void;
  restart(): void;
  openDownloads(): Promise<void>;
  close(): Promise<void>;
};

/** For a copy that cannot learn of newer ones, and for the time before it is known. */
export const nothingNewer: AppUpdates = {
  current: () => ({ status: 'none' }),
  look: () => {},
  later: () => {},
  restart: () => {},
  openDownloads: async () => {},
  close: async () => {},
};

/** Updates whose code is loaded by `start`, when the first window no longer waits for anything. */
export function createLateUpdates(open: () => Promise<AppUpdates>) {
  let updates = nothingNewer;
  let isClosed = false;
  return {
    async start(): Promise<void> {
      const opened = await open();
      if (isClosed) await opened.close();
      else updates = opened;
    },
    current: () => updates.current(),
    look: () => updates.look(),
    later: () => updates.later(),
    restart: () => updates.restart(),
    openDownloads: () => updates.openDownloads(),
    close(): Promise<void> {
      isClosed = true;
      return updates.close();
    },
  };
}
