import { EventEmitter } from 'node:events';
import { supportedOnly } from '../supported-only.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  handlerFor(channel: string): Handler | undefined {
    return this.handlers.get(channel);
  }
}

export const ipcMain = supportedOnly('ipcMain', new IpcMain());
