import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { PAGE_URL } from './app-page.ts';

/** The one place where a window's powers are decided: none but its preload script. */
export function windowOptions(preloadFile: string): BrowserWindowConstructorOptions {
  return {
    width: 1080,
    height: 760,
    minWidth: 400,
    minHeight: 480,
    show: false,
    title: 'Sightline',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Encoding must go on while the presenter works in the window that is shared.
      backgroundThrottling: false,
    },
  };
}

/** A window shows our page and stays there: no navigation, no new windows, no webviews. */
export function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (event.url !== PAGE_URL) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Opens the main window and shows it once it has something to show.
 * @param onOpen is given the window before its page can ask for anything
 */
export async function openWindow(
  Window: typeof BrowserWindow,
  preloadFile: string,
  onOpen: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const window = new Window(windowOptions(preloadFile));
  window.once('ready-to-show', () => window.show());
  onOpen(window);
  await window.loadURL(PAGE_URL);
  return window;
}
