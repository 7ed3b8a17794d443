import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { BarAction, BarView } from '../../preload/share.ts';
import { BAR_URL, PAGE_ORIGIN, PAGE_URL } from '../app-page.ts';
import { answerBar, denyEverything } from './bar-requests.ts';
import { barOptions, createBar } from './bar-window.ts';

const view: BarView = {
  language: 'en',
  pauseReason: null,
  startedAtMs: 1,
  watching: 0,
  asking: 0,
  canSwitch: false,
  isSeen: true,
};
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };

class FakeWindow extends EventEmitter {
  readonly calls: string[] = [];
  readonly sent: BarView[] = [];
  bounds: object;
  isGone = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    id: 7,
    send: (_channel: string, sent: BarView) => this.sent.push(sent),
  });
  constructor(options: object) {
    super();
    this.bounds = options;
    all.push(this);
  }
  getBounds = () => this.bounds;
  setBounds = (bounds: object) => {
    this.bounds = bounds;
  };
  isDestroyed = () => this.isGone;
  destroy() {
    this.isGone = true;
    this.emit('closed');
  }
  loadURL = async (url: string) => void this.calls.push(url);
  showInactive = () => void this.calls.push('showInactive');
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  setContentProtection = (isOn: boolean) => void this.calls.push(`protected ${isOn}`);
  setAlwaysOnTop = (_isOn: boolean, level: string) => void this.calls.push(level);
  setVisibleOnAllWorkspaces = () => void this.calls.push('all workspaces');
}
let all: FakeWindow[] = [];

function open() {
  all = [];
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => [display],
    getPrimaryDisplay: () => display,
  });
  const remembered: object[] = [];
  let hidden = 0;
  const bar = createBar({
    BrowserWindow: FakeWindow as never,
    screen: screen as never,
    memory: {
      get: () => ({ place: null, isHidden: false }),
      change: (changes) => remembered.push(changes),
    },
    preloadFile: '/bar-preload.cjs',
    partition: 'control-bar',
    sharedDisplayId: () => null,
    onHidden: () => {
      hidden += 1;
    },
  });
  return { bar, screen, remembered, hidden: () => hidden };
}

describe('the control bar', () => {
  it('has no power of its own, and is no window to work in', () => {
    expect(barOptions('/bar-preload.cjs', 'control-bar')).toMatchObject({
      frame: false,
      show: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      webPreferences: {
        partition: 'control-bar',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
  });

  it('is protected from capture before it is shown, above everything, and takes no focus', () => {
    const { bar } = open();
    bar.show(view);
    all[0]?.emit('ready-to-show');
    expect(all[0]?.calls).toEqual([
      'protected true',
      'screen-saver',
      'all workspaces',
      BAR_URL,
      'showInactive',
    ]);
    bar.focus();
    expect(all[0]?.calls.slice(-2)).toEqual(['show', 'focus']);
  });

  it('shows the newest view once its page is ready, in the same window', () => {
    const { bar } = open();
    bar.show(view);
    bar.show({ ...view, watching: 2 });
    expect(all[0]?.sent).toEqual([]);
    bar.beReady();
    bar.show({ ...view, watching: 3 });
    expect(all[0]?.sent.map(({ watching }) => watching)).toEqual([2, 3]);
    expect(all).toHaveLength(1);
  });

  it('is gone with the share, remembers where it was put, and listens to nothing any more', () => {
    const { bar, screen, remembered, hidden } = open();
    bar.show(view);
    const [window] = all;
    window?.setBounds({ x: 5, y: 6, width: 600, height: 76 });
    window?.emit('move');
    bar.show(null);
    expect(window?.isGone).toBe(true);
    expect(remembered).toEqual([{ place: { x: 5, y: 6 } }]);
    expect(screen.eventNames()).toEqual([]);
    expect([hidden(), bar.owns({ id: 7 })]).toEqual([0, false]);
  });

  it('that the person closed counts as not wanted', () => {
    const { bar, hidden } = open();
    bar.show(view);
    all[0]?.destroy();
    expect(hidden()).toBe(1);
  });

  it('stays on screen when the displays change', () => {
    const { bar, screen } = open();
    bar.show(view);
    all[0]?.setBounds({ x: 4000, y: 20, width: 600, height: 76 });
    screen.emit('display-removed');
    expect(all[0]?.bounds).toMatchObject({ x: 1320, y: 20 });
  });

  it('goes to no other page', () => {
    const { bar } = open();
    bar.show(view);
    let isPrevented = false;
    all[0]?.webContents.emit('will-navigate', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });
});

describe('requests of the control bar', () => {
  type Answer = (event: object, ...args: unknown[]) => void;
  const done: BarAction[] = [];
  let answer: Answer = () => {};
  answerBar(
    { handle: (_channel: string, handler: Answer) => (answer = handler) } as never,
    { owns: ({ id }) => id === 7 },
    (action) => done.push(action),
  );
  const frame = { url: BAR_URL, parent: null };

  it('are answered when they come from the bar', () => {
    answer({ sender: { id: 7 }, senderFrame: frame }, 'pause');
    expect(done).toEqual(['pause']);
  });

  it.each([
    [{ sender: { id: 1 }, senderFrame: { url: PAGE_URL, parent: null } }, 'pause'],
    [{ sender: { id: 7 }, senderFrame: { url: BAR_URL, parent: frame } }, 'pause'],
    [{ sender: { id: 7 }, senderFrame: { url: 'https://example.org/', parent: null } }, 'pause'],
    [{ sender: { id: 7 }, senderFrame: null }, 'pause'],
    [{ sender: { id: 7 }, senderFrame: frame }, 'allow'],
    [{ sender: { id: 7 }, senderFrame: frame }, 'quit'],
    [{ sender: { id: 7 }, senderFrame: frame }, { type: 'pause' }],
    [{ sender: { id: 7 }, senderFrame: frame }, undefined],
  ])('%j asking for %j are refused', (event, action) => {
    const before = done.length;
    expect(() => answer(event, action)).toThrow(/untrusted-sender|bad-arguments/);
    expect(done).toHaveLength(before);
  });

  it('get no permission of any kind', () => {
    const answers: boolean[] = [];
    denyEverything({
      setPermissionRequestHandler: (
        handler: (contents: null, name: string, answer: (isAllowed: boolean) => void) => void,
      ) => handler(null, 'display-capture', (isAllowed) => answers.push(isAllowed)),
      setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
      setDisplayMediaRequestHandler: (handler: null) => answers.push(handler !== null),
    } as never);
    expect(answers).toEqual([false, false, false, false]);
    expect(PAGE_ORIGIN).toBe(new URL(BAR_URL).href.slice(0, PAGE_ORIGIN.length));
  });
});
