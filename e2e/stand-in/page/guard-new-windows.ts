import type { Ask } from './ask.ts';

/** Hands every attempt to open a window to the app's window open handler. */
export function guardNewWindows(ask: Ask): void {
  function open(url: string, frameName: string, features: string): void {
    const disposition = features ? 'new-window' : 'foreground-tab';
    void ask({ kind: 'window-open', url, frameName, features, disposition });
  }

  window.open = (url = '', frameName = '', features = '') => {
    open(new URL(String(url || 'about:blank'), location.href).href, frameName, features);
    return null;
  };

  window.addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link?.href || link.target !== '_blank' || event.defaultPrevented) return;
    event.preventDefault();
    open(link.href, '', '');
  });
}
