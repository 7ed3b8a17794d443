import type { IpcMain, IpcMainInvokeEvent, Session } from 'electron';
import * as z from 'zod/mini';
import { BAR_ACT, BAR_ACTIONS, type BarAction } from '../../preload/share.ts';
import { PAGE_ORIGIN } from '../app-page.ts';
import { isTrustedSender } from '../ipc.ts';
import type { Bar } from './bar-window.ts';

const action = z.tuple([z.enum(BAR_ACTIONS)]);

/** Answers the control bar, and nobody else, and only what a bar may ask for. */
export function answerBar(
  ipcMain: Pick<IpcMain, 'handle'>,
  bar: Pick<Bar, 'owns'>,
  act: (action: BarAction) => void,
): void {
  ipcMain.handle(BAR_ACT, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    // By the window and not by its address: both pages have one origin.
    if (!bar.owns(event.sender) || !isTrustedSender(event, PAGE_ORIGIN)) {
      throw new Error('untrusted-sender');
    }
    const parsed = action.safeParse(args);
    if (!parsed.success) throw new Error('bad-arguments');
    act(parsed.data[0]);
  });
}

/** The bar needs no permission of any kind, and captures nothing. */
export function denyEverything(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
