import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '../runtime.ts';
import { listWindows } from '../x11/windows.ts';

const bootTitle = 'stand-in-boot';
const bootUrlStart = `data:text/html,<title>${bootTitle}`;
const windowSearchTries = 100;
const windowSearchPauseMs = 50;

type AttachedToTarget = { sessionId: string; targetInfo: TargetInfo };
type TargetInfo = { targetId: string; type: string; url: string };
export type Bounds = { x: number; y: number; width: number; height: number };
type ChromiumBounds = { left: number; top: number; width: number; height: number };

/** One Chromium window with its DevTools session. */
export type PageTarget = {
  readonly targetId: string;
  readonly xid: number;
  send<Result = unknown>(method: string, params?: object): Promise<Result>;
  on<Params>(method: string, listener: (params: Params) => void): void;
  setBounds(bounds: Partial<Bounds>): Promise<Bounds>;
  setState(state: 'normal' | 'minimized'): Promise<void>;
  close(): Promise<void>;
};

export type PageSession = Pick<PageTarget, 'targetId' | 'send' | 'on'>;

export const isBootUrl = (url: string): boolean =>
  url.startsWith(bootUrlStart) || url.startsWith(encodeURI(bootUrlStart));

function attachedTarget(url: string): Promise<AttachedToTarget> {
  return new Promise((resolve) => {
    const off = chromium().pipe.on<AttachedToTarget>('Target.attachedToTarget', (attached) => {
      if (attached.targetInfo.type !== 'page' || attached.targetInfo.url !== url) return;
      off();
      resolve(attached);
    });
  });
}

async function findXWindow(title: string): Promise<number> {
  for (let tries = 0; tries < windowSearchTries; tries += 1) {
    const found = (await listWindows()).find((window) => window.title.includes(title));
    if (found) return found.xid;
    await delay(windowSearchPauseMs);
  }
  throw new Error('stand-in: the window manager lists no new window; is one running?');
}

function createSession(targetId: string, sessionId: string): PageSession {
  const { pipe } = chromium();
  return {
    targetId,
    send: (method, params) => pipe.send(method, params, sessionId),
    on: (method, listener) => void pipe.on(method, listener, sessionId),
  };
}

/** `prepare` runs while the page is still paused, so what it installs is there from the start. */
export async function openPageTarget(
  name: string,
  prepare: (session: PageSession) => Promise<unknown>,
): Promise<PageTarget> {
  const { pipe, openAppWindow } = chromium();
  const title = `${bootTitle}-${name}`;
  const url = `data:text/html,<title>${title}</title>`;
  const attaching = attachedTarget(url);
  openAppWindow(url);
  const { sessionId, targetInfo } = await attaching;
  const { targetId } = targetInfo;
  const session = createSession(targetId, sessionId);
  const prepared = prepare(session);
  await session.send('Runtime.runIfWaitingForDebugger');
  await prepared;
  const { windowId } = await pipe.send<{ windowId: number }>('Browser.getWindowForTarget', {
    targetId,
  });
  const xid = await findXWindow(title);

  const setWindowBounds = (bounds: object): Promise<unknown> =>
    pipe.send('Browser.setWindowBounds', { windowId, bounds });
  return {
    ...session,
    xid,
    async setBounds({ x, y, width, height }) {
      await setWindowBounds({ left: x, top: y, width, height });
      const { bounds } = await pipe.send<{ bounds: ChromiumBounds }>('Browser.getWindowBounds', {
        windowId,
      });
      return { x: bounds.left, y: bounds.top, width: bounds.width, height: bounds.height };
    },
    setState: async (windowState) => void (await setWindowBounds({ windowState })),
    close: async () => void (await pipe.send('Target.closeTarget', { targetId })),
  };
}

/** Targets nobody asked for, such as a browser's own pages, must not stay paused. */
export async function watchTargets(onGone: (targetId: string) => void): Promise<void> {
  const { pipe } = chromium();
  pipe.on<AttachedToTarget>('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (isBootUrl(targetInfo.url)) return;
    pipe.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => {});
  });
  pipe.on<TargetInfo>('Target.targetDestroyed', ({ targetId }) => onGone(targetId));
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  await pipe.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}
