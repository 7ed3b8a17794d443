import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Events, Requests } from '../preload/contract.ts';
import { argumentSchemas } from './argument-schemas.ts';

export type RequestHandlers = {
  readonly [Channel in keyof Requests]: (
    ...args: Parameters<Requests[Channel]>
  ) => ReturnType<Requests[Channel]>;
};

/** Who is asking, as far as it decides whether to answer. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/**
 * Answers every request of the contract, and only to a trusted sender with arguments that parse.
 * The page sees a refusal as a rejected promise whose message is `untrusted-sender` or
 * `bad-arguments`.
 */
export function answerRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: RequestHandlers,
  isTrusted: (sender: Sender) => boolean,
): void {
  for (const channel of Object.keys(argumentSchemas) as (keyof Requests)[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      if (!isTrusted(event)) throw new Error('untrusted-sender');
      const parsed = argumentSchemas[channel].safeParse(args);
      if (!parsed.success) throw new Error('bad-arguments');
      return (handlers[channel] as (...args: unknown[]) => unknown)(...parsed.data);
    });
  }
}

/** Only the top frame of one of our windows, showing our own page, may ask for anything. */
export function isTrustedSender(
  { senderFrame }: Pick<Sender, 'senderFrame'>,
  pageOrigin: string,
): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return URL.canParse(senderFrame.url) && originOf(senderFrame.url) === pageOrigin;
}

// `URL.origin` is "null" for schemes the URL standard does not know.
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Tells the page something; a window that is gone is no error. */
export function emitTo<Channel extends keyof Events>(
  page: Pick<WebContents, 'send' | 'isDestroyed'>,
  channel: Channel,
  ...args: Parameters<Events[Channel]>
): void {
  if (!page.isDestroyed()) page.send(channel, ...args);
}
