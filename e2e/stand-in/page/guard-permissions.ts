import type { PermissionAnswer } from '../messages.ts';
import { type Ask, refuse } from './ask.ts';

type Method = (...args: unknown[]) => Promise<unknown>;

/** The page APIs for which Electron asks the session's permission handler. */
export function guardPermissions(ask: Ask): void {
  const permit = (permission: string): Promise<PermissionAnswer> =>
    ask({ kind: 'permission', permission });

  function guard(owner: object | undefined, name: string, permission: string): void {
    const original: unknown = owner && Reflect.get(owner, name);
    if (!owner || typeof original !== 'function') return;
    const guarded = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      const answer = await permit(permission);
      return answer.ok ? (original as Method).apply(this, args) : refuse(answer);
    };
    Reflect.set(owner, name, guarded);
  }

  guard(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write');
  guard(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write');
  guard(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read');
  guard(globalThis.Element.prototype, 'requestFullscreen', 'fullscreen');
  guard(globalThis.WakeLock?.prototype, 'request', 'screen-wake-lock');

  Reflect.set(Notification, 'requestPermission', async () =>
    (await permit('notifications')).ok ? 'granted' : 'denied',
  );
}
