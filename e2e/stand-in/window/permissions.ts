import type { PermissionDetails, Session } from '../api/session.ts';
import type { PermissionAnswer } from '../messages.ts';
import { record } from '../recorder.ts';
import type { MainFrame } from './main-frame.ts';

export type PermissionSubject = { readonly mainFrame: MainFrame; readonly session: Session };

/** Asks the session's handler; without one Electron grants everything. */
export async function askPermission(
  contents: PermissionSubject,
  permission: string,
  mediaTypes?: string[],
): Promise<PermissionAnswer> {
  const { url, origin } = contents.mainFrame;
  const details: PermissionDetails = {
    requestingUrl: url,
    isMainFrame: true,
    securityOrigin: origin,
    ...(mediaTypes ? { mediaTypes } : {}),
  };
  const handler = contents.session.permissionRequestHandler;
  const granted = await new Promise<boolean>((resolve) => {
    if (handler) handler(contents, permission, resolve, details);
    else resolve(true);
  });
  record('permission', permission, granted);
  return granted
    ? { ok: true }
    : { ok: false, name: 'NotAllowedError', message: 'Permission denied' };
}
