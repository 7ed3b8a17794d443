import { join } from 'node:path';
import { createEvent } from '../cancellable-event.ts';
import type { AppPackage } from '../process/app-package.ts';
import { record } from '../recorder.ts';
import { chromium, hasChromium } from '../runtime.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { windowRegistry } from '../window/window-registry.ts';
import { createAppPaths } from './app-paths.ts';
import { commandLine } from './command-line.ts';
import { createSingleInstance } from './single-instance.ts';

const windowCloseGraceMs = 2_000;
const events = [
  'ready',
  'activate',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'open-url',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
  'child-process-gone',
];

class App extends StrictEmitter {
  readonly commandLine = commandLine;
  isPackaged = false;
  private name = 'Electron';
  private version = '0.0.0';
  private folder = process.cwd();
  private ready = false;
  private quitting = false;
  private announceReady: () => void = () => {};
  private readonly whenItIsReady = new Promise<void>((resolve) => {
    this.announceReady = resolve;
  });
  private readonly paths = createAppPaths(
    () => this.name,
    () => commandLine.getSwitchValue('user-data-dir'),
  );
  private readonly singleInstance = createSingleInstance(
    () => join(this.getPath('userData'), 'stand-in-instance'),
    ({ argv, cwd, data }) => {
      void this.whenItIsReady.then(() => this.emit('second-instance', {}, argv, cwd, data));
    },
  );

  constructor() {
    super('app', events);
    windowRegistry.whenAllClosed(() => {
      if (this.quitting) return;
      if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
      else this.quit();
    });
  }

  getName = (): string => this.name;
  getVersion = (): string => this.version;
  getAppPath = (): string => this.folder;
  getPath = (name: string): string => this.paths.get(name);
  setPath = (name: string, path: string): void => this.paths.set(name, path);
  getLocale = (): string => commandLine.getSwitchValue('lang') || 'en-US';
  getSystemLocale = (): string => this.getLocale();
  getPreferredSystemLanguages = (): string[] => [this.getLocale()];
  isReady = (): boolean => this.ready;
  whenReady = (): Promise<void> => this.whenItIsReady;
  hasSingleInstanceLock = (): boolean => this.singleInstance.isHeld();
  requestSingleInstanceLock = (data?: unknown): boolean => this.singleInstance.request(data);
  releaseSingleInstanceLock = (): void => this.singleInstance.release();
  enableSandbox = (): void => record('app.enableSandbox');
  setAppUserModelId = (id: string): void => record('app.setAppUserModelId', id);
  focus = (options?: unknown): void => record('app.focus', options);

  setName(name: string): void {
    this.name = name;
  }

  setAsDefaultProtocolClient(...args: unknown[]): boolean {
    record('app.setAsDefaultProtocolClient', ...args);
    return true;
  }

  quit(): void {
    if (this.quitting) return;
    const beforeQuit = createEvent({});
    this.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) return;
    this.quitting = true;
    const windows = windowRegistry.all();
    if (!windows.every((window) => window.close())) {
      this.quitting = false;
      return;
    }
    const grace = new Promise((resolve) => setTimeout(resolve, windowCloseGraceMs).unref());
    const allClosed = Promise.all(windows.map((window) => window.closed));
    void Promise.race([allClosed, grace]).then(() => this.finishQuitting());
  }

  /** Leaves at once: no close, before-quit or will-quit. */
  exit(code = 0): void {
    this.quitting = true;
    for (const window of windowRegistry.all()) window.destroy();
    this.emit('quit', createEvent({}), code);
    this.singleInstance.release();
    void (hasChromium() ? chromium().close() : Promise.resolve()).finally(() => process.exit(code));
  }

  private finishQuitting(): void {
    const willQuit = createEvent({});
    this.emit('will-quit', willQuit);
    if (willQuit.defaultPrevented) this.quitting = false;
    else this.exit();
  }

  /** For the start-up only. */
  describe({ folder, name, version }: AppPackage, isPackaged: boolean): void {
    Object.assign(this, { folder, name, version, isPackaged });
  }

  /** For the start-up only. */
  becomeReady(): void {
    this.ready = true;
    this.announceReady();
    this.emit('ready', {}, {});
  }

  isQuitting(): boolean {
    return this.quitting;
  }
}

export const app = new App();
