import { fromBrowserUrl } from '../api/custom-schemes.ts';
import { isBootUrl, type PageSession } from './page-target.ts';

type Frame = { parentId?: string; url: string; urlFragment?: string };
type ConsoleCall = { type: string; args: { value?: unknown; description?: string }[] };

export type PageWatcher = {
  onLoading(isLoading: boolean): void;
  onNavigated(url: string): void;
  onNavigatedInPage(url: string): void;
  onDomReady(): void;
  onLoaded(): void;
  onConsole(level: string, message: string): void;
  onCrashed(): void;
};

/** Reports what happens in the page, leaving out the window's empty first page. */
export function watchPage(session: PageSession, watcher: PageWatcher): Promise<unknown> {
  let booting = true;
  let hasBooted = false;

  session.on<{ frame: Frame }>('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId) return;
    booting = isBootUrl(frame.url);
    if (booting) return;
    watcher.onNavigated(fromBrowserUrl(frame.url + (frame.urlFragment ?? '')));
  });
  session.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', (navigated) => {
    if (navigated.frameId === session.targetId)
      watcher.onNavigatedInPage(fromBrowserUrl(navigated.url));
  });
  session.on('Page.domContentEventFired', () => {
    if (!booting) watcher.onDomReady();
  });
  session.on('Page.loadEventFired', () => {
    hasBooted = true;
    if (!booting) watcher.onLoaded();
  });
  // A page's main frame goes by the id of its target.
  for (const [event, isLoading] of [
    ['Page.frameStartedLoading', true],
    ['Page.frameStoppedLoading', false],
  ] as const) {
    session.on<{ frameId: string }>(event, ({ frameId }) => {
      if (hasBooted && frameId === session.targetId) watcher.onLoading(isLoading);
    });
  }
  session.on<ConsoleCall>('Runtime.consoleAPICalled', ({ type, args }) => {
    const message = args.map(({ value, description }) => String(value ?? description)).join(' ');
    watcher.onConsole(type === 'log' ? 'info' : type, message);
  });
  session.on('Inspector.targetCrashed', () => watcher.onCrashed());
  return Promise.all(
    ['Page', 'Runtime', 'Inspector'].map((area) => session.send(`${area}.enable`)),
  );
}
