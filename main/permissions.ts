import type { Session } from 'electron';
import { isTrustedSender } from './ipc.ts';

/** All that the page ever needs; everything else is refused (Electron's own default is to allow). */
const ALLOWED = new Set([
  'display-capture',
  'media',
  'clipboard-sanitized-write',
  'fullscreen',
  // A WebSocket to the service inside the app, or to a colleague's on the local network.
  'local-network-access',
  'loopback-network',
  'local-network',
]);

/** Refuses every permission but the few the page needs, and those to every page but ours. */
export function restrictPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
  pageOrigin: string,
): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const isOurs = isTrustedSender({ senderFrame: contents.mainFrame }, pageOrigin);
    answer(isOurs && ALLOWED.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => {
    return requestingOrigin.replace(/\/$/, '') === pageOrigin && ALLOWED.has(permission);
  });
  session.setDevicePermissionHandler(() => false);
}
