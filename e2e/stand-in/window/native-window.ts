import {
  activateWindow,
  mapWindow,
  setAlwaysOnTop,
  setTitle,
  unmapWindow,
} from '../x11/windows.ts';
import type { Bounds, PageTarget } from './page-target.ts';

/** What the user sees of a window. Changes happen in the order they were asked for. */
export type NativeWindow = {
  readonly xid: number | undefined;
  readonly bounds: Bounds;
  show(): Promise<void>;
  showInactive(): Promise<void>;
  hide(): Promise<void>;
  activate(): Promise<void>;
  minimize(): Promise<void>;
  restore(): Promise<void>;
  setBounds(bounds: Partial<Bounds>): Promise<void>;
  setTitle(title: string): Promise<void>;
  setAlwaysOnTop(onTop: boolean): Promise<void>;
};

export function createNativeWindow(
  opened: Promise<PageTarget>,
  initialBounds: Bounds,
  isClosed: () => boolean,
): NativeWindow {
  let bounds = initialBounds;
  let xid: number | undefined;
  let queue: Promise<unknown> = opened.then((target) => {
    xid = target.xid;
  });

  async function change(action: (target: PageTarget) => Promise<unknown>): Promise<void> {
    const step = queue.then(async () => {
      if (!isClosed()) await action(await opened);
    });
    // A window that closes under way takes its changes along.
    queue = step.catch((error: unknown) => {
      if (!isClosed()) process.stderr.write(`stand-in: window: ${String(error)}\n`);
    });
    await queue;
  }

  return {
    get xid() {
      return xid;
    },
    get bounds() {
      return { ...bounds };
    },
    show: () =>
      change(async (target) => {
        await mapWindow(target.xid);
        await activateWindow(target.xid);
      }),
    showInactive: () => change((target) => mapWindow(target.xid)),
    hide: () => change((target) => unmapWindow(target.xid)),
    activate: () => change((target) => activateWindow(target.xid)),
    minimize: () => change((target) => target.setState('minimized')),
    restore: () => change((target) => target.setState('normal')),
    setTitle: (title) => change((target) => setTitle(target.xid, title)),
    setAlwaysOnTop: (onTop) => change((target) => setAlwaysOnTop(target.xid, onTop)),
    setBounds(wanted) {
      bounds = { ...bounds, ...wanted };
      return change(async (target) => {
        bounds = await target.setBounds(wanted);
      });
    },
  };
}
