import type { BrowserWindow, BrowserWindowConstructorOptions, Screen, WebContents } from 'electron';
import { BAR_VIEW, type BarView } from '../../preload/share.ts';
import { BAR_URL } from '../app-page.ts';
import type { BarMemory } from './bar-memory.ts';
import { keptOnScreen, type Point, placeForBar } from './bar-place.ts';

const SIZE = { width: 600, height: 52 } as const;
/** With the line that says that viewers may see it. */
const SIZE_WHEN_SEEN = { width: 600, height: 76 } as const;

export type BarDeps = {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on' | 'removeListener'>;
  readonly memory: BarMemory;
  readonly preloadFile: string;
  /** A session of its own, so that the bar has no permission and can capture nothing. */
  readonly partition: string;
  /** The display that is shared; `null` when a window is, or nobody knows. */
  readonly sharedDisplayId: () => number | null;
  /** The person closed the bar itself. */
  readonly onHidden: () => void;
};

/** Frameless, above everything, never in the way of the keyboard, with no powers of its own. */
export function barOptions(
  preloadFile: string,
  partition: string,
): BrowserWindowConstructorOptions {
  return {
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    acceptFirstMouse: true,
    title: 'Sightline',
    ...(process.platform === 'darwin' && { type: 'panel' }),
    webPreferences: {
      preload: preloadFile,
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A paused or hidden clock would be wrong when it is looked at.
      backgroundThrottling: false,
    },
  };
}

/** The control bar: there while it has something to show, gone with it. */
export function createBar(deps: BarDeps) {
  const { screen, memory } = deps;
  let open:
    | { window: BrowserWindow; view: BarView; isReady: boolean; place: Point | null }
    | undefined;

  const send = () => {
    if (!open?.isReady || open.window.isDestroyed()) return;
    open.window.webContents.send(BAR_VIEW, open.view);
  };
  const keepOnScreen = () => {
    if (!open || open.window.isDestroyed()) return;
    const { window } = open;
    window.setBounds(
      keptOnScreen(window.getBounds(), screen.getAllDisplays(), screen.getPrimaryDisplay()),
    );
  };
  const displayEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

  const openWindow = (view: BarView) => {
    const bounds = placeForBar(
      memory.get().place,
      view.isSeen ? SIZE_WHEN_SEEN : SIZE,
      { displays: screen.getAllDisplays(), primary: screen.getPrimaryDisplay() },
      { isSeen: view.isSeen, sharedDisplayId: deps.sharedDisplayId() },
    );
    const window = new deps.BrowserWindow({
      ...barOptions(deps.preloadFile, deps.partition),
      ...bounds,
    });
    open = { window, view, isReady: false, place: null };
    window.setContentProtection(true);
    window.setAlwaysOnTop(true, 'screen-saver');
    // Without the change of process type the app's icon would blink in the Dock.
    const everywhere = { visibleOnFullScreen: true, skipTransformProcessType: true };
    window.setVisibleOnAllWorkspaces(true, everywhere);
    // Whoever is at work in another window stays there.
    window.once('ready-to-show', () => !window.isDestroyed() && window.showInactive());
    // One page, and no way from it to any other.
    window.webContents.on('will-navigate', (event) => event.preventDefault());
    window.on('move', () => {
      if (open?.window === window) open.place = placeOf(window);
    });
    window.on('closed', () => {
      if (open?.window !== window) return;
      shut();
      deps.onHidden();
    });
    for (const event of displayEvents) screen.on(event as 'display-added', keepOnScreen);
    // Gone again before it was there.
    window.loadURL(BAR_URL).catch(() => {});
  };

  const shut = () => {
    for (const event of displayEvents) {
      screen.removeListener(event as 'display-added', keepOnScreen);
    }
    if (open?.place) memory.change({ place: open.place });
    open = undefined;
  };

  return {
    /** Shows this, in place of whatever was shown; `null` for no bar. */
    show(view: BarView | null) {
      if (view && open) {
        open.view = view;
        return send();
      }
      if (view) return openWindow(view);
      const window = open?.window;
      if (!window) return;
      shut();
      window.destroy();
    },
    /** The bar's page can show something from now on. */
    beReady(): void {
      if (open) open.isReady = true;
      send();
    },
    /** Puts the keyboard into the bar. */
    focus(): void {
      open?.window.show();
      open?.window.focus();
    },
    owns: (contents: Pick<WebContents, 'id'>): boolean =>
      open !== undefined &&
      !open.window.isDestroyed() &&
      open.window.webContents.id === contents.id,
  };
}
export type Bar = ReturnType<typeof createBar>;

function placeOf(window: BrowserWindow): Point {
  const { x, y } = window.getBounds();
  return { x, y };
}
