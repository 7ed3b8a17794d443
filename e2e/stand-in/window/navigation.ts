import { createEvent } from '../cancellable-event.ts';
import { record } from '../recorder.ts';
import type { NavigationAttempt, NavigationGuard } from './page-requests.ts';

export type Navigation = {
  readonly url: string;
  readonly allows: NavigationGuard;
  /** The app itself is about to load this, so its guards are not asked. */
  expect(url: string): void;
  arrived(url: string): void;
  arrivedInPage(url: string): void;
};

const withoutFragment = (url: string): string => url.split('#')[0] ?? url;

export function createNavigation(emit: (event: string, ...args: unknown[]) => void): Navigation {
  let url = '';
  let expected: string | undefined;

  function allows(attempt: NavigationAttempt): boolean {
    const { isMainFrame, isRedirect } = attempt;
    // A reload looks like any navigation from here; Electron does not ask about reloads.
    const isOurs = attempt.url === expected || attempt.url === withoutFragment(url);
    if (isOurs && isMainFrame && !isRedirect) return true;
    const event = createEvent({ url: attempt.url, isMainFrame, isSameDocument: false });
    if (isRedirect) {
      emit('will-redirect', event, attempt.url, false, isMainFrame);
    } else {
      emit('will-frame-navigate', event);
      if (isMainFrame) emit('will-navigate', event, attempt.url, false, true);
    }
    record('navigation', attempt.url, !event.defaultPrevented);
    return !event.defaultPrevented;
  }

  return {
    get url() {
      return url;
    },
    allows,
    expect(expectedUrl) {
      expected = withoutFragment(expectedUrl);
    },
    arrived(newUrl) {
      url = newUrl;
      expected = undefined;
      emit('did-navigate', {}, url, 200, 'OK');
    },
    arrivedInPage(newUrl) {
      url = newUrl;
      emit('did-navigate-in-page', {}, url, true);
    },
  };
}
