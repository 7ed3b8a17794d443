import type { BrowserWindow, Screen } from 'electron';
import type { Events } from '../preload/contract.ts';
import { emitTo } from './ipc.ts';

/** The windows of this app, as a whole. */
export function createAppWindows(Window: Pick<typeof BrowserWindow, 'getAllWindows'>) {
  const first = () => Window.getAllWindows()[0];
  return {
    /** Tells every page something. */
    tellPages<Channel extends keyof Events>(
      channel: Channel,
      ...args: Parameters<Events[Channel]>
    ): void {
      for (const window of Window.getAllWindows()) emitTo(window.webContents, channel, ...args);
    },
    showFirst(): void {
      const window = first();
      if (window?.isMinimized()) window.restore();
      if (window && !window.isVisible()) window.show();
      window?.focus();
    },
    /** Ids of what is never offered to be shared. */
    sourceIds: (): string[] => Window.getAllWindows().map((window) => window.getMediaSourceId()),
    /** The screen the app is on. */
    displayId(screen: Pick<Screen, 'getDisplayMatching'>): number | undefined {
      const window = first();
      return window && screen.getDisplayMatching(window.getBounds()).id;
    },
  };
}
