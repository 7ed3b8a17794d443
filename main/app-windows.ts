import type { BrowserWindow, Screen } from 'electron';
import type { Events } from '../preload/contract.ts';
import { emitTo } from './ipc.ts';
import { bringForward } from './window.ts';

/** The windows of this app: the main one, and what it opens around itself. */
export function createAppWindows(Window: Pick<typeof BrowserWindow, 'getAllWindows'>) {
  let main: BrowserWindow | undefined;
  return {
    setMain(window: BrowserWindow): void {
      main = window;
    },
    /** Tells the main window's page something. */
    tellPage<Channel extends keyof Events>(
      channel: Channel,
      ...args: Parameters<Events[Channel]>
    ): void {
      if (main && !main.isDestroyed()) emitTo(main.webContents, channel, ...args);
    },
    showMain(): void {
      if (main) bringForward(main);
    },
    /** Ids of what is never offered to be shared. */
    sourceIds: (): string[] => Window.getAllWindows().map((window) => window.getMediaSourceId()),
    /** The screen the app is on. */
    displayId: (screen: Pick<Screen, 'getDisplayMatching'>): number | undefined =>
      main && !main.isDestroyed() ? screen.getDisplayMatching(main.getBounds()).id : undefined,
  };
}
export type AppWindows = ReturnType<typeof createAppWindows>;
