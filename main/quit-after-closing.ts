import type { App } from 'electron';

/** Holds the app open just long enough to tell the members of the room that it is going away. */
export function quitAfterClosing(
  app: Pick<App, 'on' | 'quit'>,
  close: () => Promise<unknown>,
): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
