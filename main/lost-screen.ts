import type { DesktopCapturerSource, Display, Screen } from 'electron';

/**
 * Notices that the screen being captured was unplugged: not every system ends its capture, and a
 * picture that stands still would look as if it went on.
 */
export function watchCapturedScreen(screen: Pick<Screen, 'on'>, onLost: () => void) {
  let displayId = '';
  screen.on('display-removed', (_event: unknown, { id }: Display) => {
    if (displayId === '' || String(id) !== displayId) return;
    displayId = '';
    onLost();
  });
  return {
    /** The page captures this from now on; a window is on no screen of its own. */
    capture(source: Pick<DesktopCapturerSource, 'display_id'>): void {
      displayId = source.display_id;
    },
    /** The page has no capture any more. */
    forget(): void {
      displayId = '';
    },
  };
}
