import type { Dialog, Event, MessageBoxOptions } from 'electron';
import type { Say } from '../../renderer/i18n/say.ts';

export type LeavingDeps = {
  readonly isSharing: () => boolean;
  readonly isTrayHosted: () => Promise<boolean>;
  readonly say: () => Say;
  readonly ask: (options: MessageBoxOptions) => ReturnType<Dialog['showMessageBox']>;
  readonly window: { hide(): void; minimize(): void; close(): void };
  readonly quit: () => void;
  /** Tells that the share goes on although the window is gone. */
  readonly tellOfBackground: () => void;
};

/** No share ends because a window was closed, and none by quitting without a question. */
export function createLeaving(deps: LeavingDeps) {
  const { window } = deps;
  let hasTold = false;
  let isQuitting = false;
  let isAsking = false;

  const askOnce = async (options: MessageBoxOptions): Promise<number | undefined> => {
    if (isAsking) return undefined;
    isAsking = true;
    try {
      return (await deps.ask(options)).response;
    } finally {
      isAsking = false;
    }
  };

  const goToBackground = () => {
    window.hide();
    if (!hasTold) deps.tellOfBackground();
    hasTold = true;
  };

  const askWithoutTray = async () => {
    const say = deps.say();
    const answer = await askOnce({
      type: 'question',
      message: say('whileSharing.closing.message'),
      detail: say('whileSharing.closing.detail'),
      buttons: [
        say('whileSharing.closing.keep'),
        say('whileSharing.closing.quit'),
        say('whileSharing.closing.cancel'),
      ],
      defaultId: 0,
      cancelId: 2,
    });
    if (answer === 0) window.minimize();
    if (answer === 1) quitForGood();
  };

  const quitForGood = () => {
    isQuitting = true;
    deps.quit();
  };

  const askToQuit = async () => {
    const say = deps.say();
    const answer = await askOnce({
      type: 'question',
      message: say('whileSharing.quitting.message'),
      detail: say('whileSharing.quitting.detail'),
      buttons: [say('whileSharing.quitting.quit'), say('whileSharing.quitting.cancel')],
      defaultId: 0,
      cancelId: 1,
    });
    if (answer === 0) quitForGood();
  };

  return {
    /** Somebody closes the main window. */
    onClose(event: Pick<Event, 'preventDefault'>): void {
      if (isQuitting || !deps.isSharing()) return;
      event.preventDefault();
      void deps.isTrayHosted().then((isHosted) => {
        // It may have ended meanwhile.
        if (!deps.isSharing()) return window.close();
        return isHosted ? goToBackground() : askWithoutTray();
      });
    },
    /** Somebody quits the app. */
    onBeforeQuit(event: Pick<Event, 'preventDefault'>): void {
      if (isQuitting || !deps.isSharing()) {
        isQuitting = true;
        return;
      }
      event.preventDefault();
      void askToQuit();
    },
    /** The system shuts down, which no question may hold up. */
    onShutdown(): void {
      isQuitting = true;
    },
  };
}
