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
  // Our page has no frames.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

export type OpenWindowOptions = {
  readonly isMinimised: boolean;
  /** Is given the window before its page can ask for anything. */
  readonly onOpen: (window: BrowserWindow) => void;
};

/** Opens the main window and shows it, or just its place in the task bar, once it has something to show. */
export async function openWindow(
  Window: typeof BrowserWindow,
  preloadFile: string,
  { isMinimised, onOpen }: OpenWindowOptions,
): Promise<BrowserWindow> {
  const window = new Window(windowOptions(preloadFile));
  onOpen(window);
  window.once('ready-to-show', () => {
    if (!isMinimised) return window.show();
    // Window managers on Linux minimise only what has been shown.
    if (process.platform === 'linux') window.showInactive();
    window.minimize();
  });
  await window.loadURL(PAGE_URL);
  return window;
}

export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
