import type { NotificationConstructorOptions } from 'electron';
import { record } from '../recorder.ts';
import { StrictEmitter } from '../strict-emitter.ts';

/** Those that were shown, for tests to click on. */
export const notifications: Notification[] = [];

export class Notification extends StrictEmitter {
  readonly options: NotificationConstructorOptions;
  isClosed = false;

  constructor(options: NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'action', 'failed']);
    this.options = options;
  }

  static isSupported = (): boolean => true;

  show(): void {
    record('Notification.show', this.options);
    notifications.push(this);
    this.emit('show', {});
  }

  close(): void {
    this.isClosed = true;
    this.emit('close', {});
  }
}
