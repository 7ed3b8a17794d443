import { ipcMain } from '../api/ipc-main.ts';
import type { Session } from '../api/session.ts';
import type { HostMessage, PageMessage, PageRequest } from '../messages.ts';
import { record } from '../recorder.ts';
import { unsupported } from '../supported-only.ts';
import { endCaptureTurn } from './capture-turn.ts';
import { answerDisplayMedia } from './display-media.ts';
import type { MainFrame } from './main-frame.ts';
import { askPermission } from './permissions.ts';

type WindowOpenDetails = Omit<Extract<PageRequest, { kind: 'window-open' }>, 'kind'>;
export type WindowOpenHandler = (
  details: WindowOpenDetails & { referrer: { url: string; policy: string } },
) => { action: string };

export type MessageReceiver = {
  readonly mainFrame: MainFrame;
  readonly session: Session;
  send(channel: string, ...args: unknown[]): void;
  emit(event: string, ...args: unknown[]): boolean;
  onPageFocus(focused: boolean): void;
  readonly windowOpenHandler: WindowOpenHandler | null;
};

type IpcEvent = { sender: MessageReceiver; senderFrame: MainFrame } & Record<string, unknown>;

const ipcEvent = (receiver: MessageReceiver): IpcEvent => ({
  type: 'frame',
  sender: receiver,
  senderFrame: receiver.mainFrame,
  frameId: receiver.mainFrame.routingId,
  processId: process.pid,
  reply: (channel: string, ...args: unknown[]) => receiver.send(channel, ...args),
});

async function invoke(
  receiver: MessageReceiver,
  { channel, args }: Extract<PageRequest, { kind: 'invoke' }>,
): Promise<unknown> {
  const handler = ipcMain.handlerFor(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  try {
    return await handler(ipcEvent(receiver), ...args);
  } catch (error) {
    const trace = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`Error occurred in handler for '${channel}': ${trace}\n`);
    throw error;
  }
}

function openWindow(receiver: MessageReceiver, details: WindowOpenDetails): void {
  const referrer = { url: '', policy: 'default' };
  const action = receiver.windowOpenHandler?.({ ...details, referrer }).action ?? 'allow';
  record('window-open', details.url, action);
  if (action !== 'deny') unsupported('a page opening a window');
}

function answer(receiver: MessageReceiver, request: PageRequest): unknown {
  switch (request.kind) {
    case 'invoke':
      return invoke(receiver, request);
    case 'permission':
      return askPermission(receiver, request.permission, request.mediaTypes);
    case 'display-media':
      return answerDisplayMedia(receiver, request);
    case 'display-media-settled':
      return endCaptureTurn();
    case 'window-open': {
      const { kind: _, ...details } = request;
      return openWindow(receiver, details);
    }
  }
}

async function answerRequest(
  receiver: MessageReceiver,
  { id, request }: Extract<PageMessage, { type: 'request' }>,
  deliver: (message: HostMessage) => void,
): Promise<void> {
  try {
    deliver({ type: 'reply', id, ok: true, value: await answer(receiver, request) });
  } catch (error) {
    const where = request.kind === 'invoke' ? `remote method '${request.channel}'` : request.kind;
    deliver({ type: 'reply', id, ok: false, error: `Error invoking ${where}: ${String(error)}` });
    if (request.kind !== 'invoke') throw error;
  }
}

function reportPreloadError(
  receiver: MessageReceiver,
  { path, error }: Extract<PageMessage, { type: 'preload-error' }>,
): void {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`Unable to load preload script: ${path}\n${trace}\n`);
  receiver.emit('preload-error', {}, path, error);
}

export function receivePageMessage(
  receiver: MessageReceiver,
  message: Exclude<PageMessage, { type: 'ready' }>,
  deliver: (message: HostMessage) => void,
): void {
  switch (message.type) {
    case 'request':
      // What escapes here is a fault of the app's handlers, and reported as one.
      void answerRequest(receiver, message, deliver);
      break;
    case 'send':
      ipcMain.emit(message.channel, ipcEvent(receiver), ...message.args);
      break;
    case 'focus':
      receiver.onPageFocus(message.focused);
      break;
    case 'preload-error':
      reportPreloadError(receiver, message);
      break;
  }
}
