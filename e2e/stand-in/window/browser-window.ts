import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { app } from '../api/app.ts';
import { createEvent } from '../cancellable-event.ts';
import { record, recorded } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { unsupported } from '../supported-only.ts';
import { createNativeWindow, type NativeWindow } from './native-window.ts';
import type { Bounds } from './page-target.ts';
import { WebContents } from './web-contents.ts';
import { windowRegistry } from './window-registry.ts';

const events = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'minimize',
  'restore',
  'move',
  'unresponsive',
  'responsive',
];

let lastId = 0;
let focused: BrowserWindow | null = null;
const windows = new Set<BrowserWindow>();

function refuseUnsafe({ nodeIntegration, contextIsolation, sandbox, webSecurity }: WebPreferences) {
  if (nodeIntegration || contextIsolation === false || sandbox === false || webSecurity === false) {
    unsupported('a window without sandbox, context isolation or web security');
  }
}

export class BrowserWindow extends StrictEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly closed: Promise<void>;
  setMenuBarVisibility = recorded('BrowserWindow.setMenuBarVisibility');
  removeMenu = recorded('BrowserWindow.removeMenu');
  setContentProtection = recorded('BrowserWindow.setContentProtection');
  setVisibleOnAllWorkspaces = recorded('BrowserWindow.setVisibleOnAllWorkspaces');
  flashFrame = recorded('BrowserWindow.flashFrame');
  private readonly native: NativeWindow;
  private visible: boolean;
  private minimized = false;
  private alwaysOnTop: boolean;
  private loadedOnce = false;
  private askedToClose = false;
  private destroyed = false;
  private announceClosed: () => void = () => {};

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    refuseUnsafe(preferences);
    record('BrowserWindow', options);
    this.visible = options.show !== false;
    this.alwaysOnTop = options.alwaysOnTop ?? false;
    this.closed = new Promise((announce) => {
      this.announceClosed = announce;
    });
    this.webContents = new WebContents(this.id, preferences, {
      onFocus: (isFocused) => this.onFocus(isFocused),
      onLoaded: () => this.onLoaded(),
      onCrashed: (details) => app.emit('render-process-gone', {}, this.webContents, details),
    });
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    const bounds = { x, y, width, height };
    this.native = createNativeWindow(this.webContents.opened, bounds, () => this.destroyed);
    void this.native.setBounds(bounds);
    if (!this.visible) void this.native.hide();
    if (this.alwaysOnTop) void this.native.setAlwaysOnTop(true);
    windows.add(this);
    windowRegistry.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows = (): BrowserWindow[] => [...windows];
  static getFocusedWindow = (): BrowserWindow | null => focused;
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    [...windows].find((window) => window.webContents === contents) ?? null;

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  loadFile = (file: string): Promise<void> =>
    this.loadURL(pathToFileURL(resolve(app.getAppPath(), file)).href);
  isVisible = (): boolean => this.visible && !this.destroyed;
  isMinimized = (): boolean => this.minimized;
  isFocused = (): boolean => focused === this;
  isDestroyed = (): boolean => this.destroyed;
  isAlwaysOnTop = (): boolean => this.alwaysOnTop;
  getBounds = (): Bounds => this.native.bounds;
  setBounds = (bounds: Partial<Bounds>): void =>
    void this.native.setBounds(bounds).then(() => this.emit('move'));
  setTitle = (title: string): void => void this.native.setTitle(title);
  focus = (): void => void this.native.activate();
  /** Until the window is open it is that of no window. */
  getMediaSourceId = (): string => `window:${this.native.xid ?? 0}:0`;

  show(): void {
    this.visible = true;
    void this.native.show().then(() => this.emit('show'));
  }

  showInactive(): void {
    this.visible = true;
    void this.native.showInactive().then(() => this.emit('show'));
  }

  hide(): void {
    this.visible = false;
    void this.native.hide().then(() => this.emit('hide'));
  }

  minimize(): void {
    this.minimized = true;
    void this.native.minimize().then(() => this.emit('minimize'));
  }

  restore(): void {
    this.minimized = false;
    void this.native.restore().then(() => this.emit('restore'));
  }

  setAlwaysOnTop(onTop: boolean): void {
    this.alwaysOnTop = onTop;
    void this.native.setAlwaysOnTop(onTop);
  }

  /** Whether the app let it close; Electron's own says nothing. */
  close(): boolean {
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.askedToClose = true;
    this.webContents.close();
    return true;
  }

  destroy(): void {
    this.askedToClose = true;
    this.webContents.close();
    this.onGone();
  }

  onGone(): void {
    if (this.destroyed) return;
    if (!this.askedToClose) this.closedByUser();
    this.destroyed = true;
    if (focused === this) focused = null;
    windows.delete(this);
    this.webContents.onGone();
    this.emit('closed');
    this.announceClosed();
    windowRegistry.remove(this);
  }

  private closedByUser(): void {
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) return;
    record('close-veto-ignored');
    process.stderr.write('stand-in: a close by the user cannot be vetoed\n');
  }

  private onLoaded(): void {
    if (this.loadedOnce) return;
    this.loadedOnce = true;
    this.emit('ready-to-show');
  }

  private onFocus(isFocused: boolean): void {
    if (isFocused) focused = this;
    else if (focused === this) focused = null;
    this.emit(isFocused ? 'focus' : 'blur');
    app.emit(`browser-window-${isFocused ? 'focus' : 'blur'}`, {}, this);
  }
}

export function onTargetGone(targetId: string): void {
  for (const window of [...windows]) if (window.webContents.hasTarget(targetId)) window.onGone();
}

export function onChromiumGone(): void {
  for (const window of [...windows]) window.onGone();
}
