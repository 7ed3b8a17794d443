import type { App } from 'electron';
import type { OpenedLink } from '../preload/contract.ts';
import { findDeepLink, LINK_SCHEME, parseDeepLink } from './deep-link.ts';

/** Links the system hands to the app; the newest one waits until the page asks for it. */
export function createOpenedLinks(onOpened: () => void) {
  let waiting: OpenedLink | null = null;
  const open = (text: string) => {
    waiting = parseDeepLink(text);
    onOpened();
  };
  return {
    open,
    /** The arguments of a start, of this process or of a second one. */
    openFrom(programArguments: readonly string[]): void {
      const link = findDeepLink(programArguments);
      if (link !== undefined) open(link);
    },
    /** Once; the page may come long after the link. */
    take(): OpenedLink | null {
      const taken = waiting;
      waiting = null;
      return taken;
    },
  };
}

/**
 * Makes this app the one that opens our links. Elsewhere the package says so: its Info.plist on
 * macOS, its desktop entry on Linux.
 */
export function claimLinks(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>,
  platform: NodeJS.Platform,
  program: string,
): void {
  // What follows `--` can never be taken for one of Chromium's switches, whatever a link contains.
  if (platform === 'win32' && app.isPackaged) {
    app.setAsDefaultProtocolClient(LINK_SCHEME, program, ['--']);
  }
}
