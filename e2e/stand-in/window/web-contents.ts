import type { WebPreferences } from 'electron';
import { fromBrowserUrl, toBrowserUrl } from '../api/custom-schemes.ts';
import { type Session, sessionOf } from '../api/session.ts';
import { isolatedWorldName } from '../messages.ts';
import { recorded } from '../recorder.ts';
import { chromium } from '../runtime.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { createMainFrame, type MainFrame } from './main-frame.ts';
import { createNavigation } from './navigation.ts';
import { createPageChannel } from './page-channel.ts';
import { receivePageMessage, type WindowOpenHandler } from './page-messages.ts';
import { interceptRequests } from './page-requests.ts';
import { createPageScripts } from './page-scripts.ts';
import { openPageTarget, type PageSession, type PageTarget } from './page-target.ts';
import { watchPage } from './watch-page.ts';

const events = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'console-message',
  'preload-error',
  'destroyed',
];

export type WindowHooks = {
  onFocus(focused: boolean): void;
  onLoaded(): void;
  onCrashed(details: object): void;
};
type EvaluateResult = {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

export class WebContents extends StrictEmitter {
  readonly session: Session;
  readonly mainFrame: MainFrame;
  readonly opened: Promise<PageTarget>;
  windowOpenHandler: WindowOpenHandler | null = null;
  openDevTools = recorded('webContents.openDevTools');
  setWebRTCIPHandlingPolicy = recorded('webContents.setWebRTCIPHandlingPolicy');
  private readonly channel = createPageChannel();
  private readonly navigation = createNavigation((event, ...args) => this.emit(event, ...args));
  private destroyed = false;
  private targetId = '';

  readonly id: number;
  private readonly preferences: WebPreferences;
  private readonly hooks: WindowHooks;

  constructor(id: number, preferences: WebPreferences, hooks: WindowHooks) {
    super('webContents', events);
    this.id = id;
    this.mainFrame = createMainFrame(this);
    this.preferences = preferences;
    this.session = sessionOf(preferences.partition);
    this.hooks = hooks;
    this.opened = openPageTarget(`${process.pid}-${id}`, (session) => this.prepare(session));
  }

  private async prepare(session: PageSession): Promise<void> {
    this.targetId = session.targetId;
    const scripts = this.createScripts();
    const addScript = (source: string, world: object): Promise<unknown> =>
      session.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
    await Promise.all([
      watchPage(session, {
        onLoading: (isLoading) => this.emit(isLoading ? 'did-start-loading' : 'did-stop-loading'),
        onNavigated: (url) => this.navigation.arrived(url),
        onNavigatedInPage: (url) => this.navigation.arrivedInPage(url),
        onDomReady: () => this.emit('dom-ready', {}),
        onLoaded: () => {
          this.emit('did-finish-load', {});
          this.hooks.onLoaded();
        },
        onConsole: (level, message) => this.emit('console-message', { level, message }),
        onCrashed: () => {
          const details = { reason: 'crashed', exitCode: 1 };
          this.emit('render-process-gone', {}, details);
          this.hooks.onCrashed(details);
        },
      }),
      this.channel.listen(session, (message) => {
        if (message.type === 'ready') return;
        receivePageMessage(this, message, (reply) => this.channel.deliver(reply));
      }),
      addScript(scripts.mainWorld, {}),
      addScript(scripts.isolatedWorld, { worldName: isolatedWorldName }),
      interceptRequests(session, this.navigation.allows, this.session.schemes),
    ]);
  }

  private createScripts() {
    const preloadPath = this.preferences.preload ?? '';
    const config = {
      preloadPath,
      argv: [process.argv0, ...(this.preferences.additionalArguments ?? [])],
      versions: { ...process.versions, chrome: chromium().version },
      platform: process.platform,
    };
    return createPageScripts(config, (error) => {
      receivePageMessage(this, { type: 'preload-error', path: preloadPath, error }, () => {});
    });
  }

  async loadURL(url: string): Promise<void> {
    const target = await this.opened;
    const browserUrl = toBrowserUrl(url);
    this.navigation.expect(fromBrowserUrl(new URL(browserUrl).href));
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await target.send<{ errorText?: string }>('Page.navigate', {
      url: browserUrl,
    });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      const error = new Error(`${errorText} (-2) loading '${url}'`);
      throw Object.assign(error, { code: errorText, url });
    }
    await loaded;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.channel.deliver({ type: 'event', channel, args });
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true };
    const target = await this.opened;
    const { result, exceptionDetails } = await target.send<EvaluateResult>(
      'Runtime.evaluate',
      options,
    );
    if (!exceptionDetails) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  setWindowOpenHandler(handler: WindowOpenHandler | null): void {
    this.windowOpenHandler = handler;
  }

  getURL(): string {
    return this.navigation.url;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  reload(): void {
    void this.opened.then((target) => target.send('Page.reload'));
  }

  forcefullyCrashRenderer(): void {
    // A crashing page never answers.
    void this.opened.then((target) => target.send('Page.crash').catch(() => {}));
  }

  close(): void {
    void this.opened.then((target) => target.close()).catch(() => {});
  }

  hasTarget(targetId: string): boolean {
    return this.targetId === targetId;
  }

  onPageFocus(focused: boolean): void {
    this.hooks.onFocus(focused);
  }

  onGone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('destroyed');
  }
}
