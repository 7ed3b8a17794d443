import { supportedOnly } from '../supported-only.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import type { WebContents } from '../window/web-contents.ts';

const all = (): WebContents[] => BrowserWindow.getAllWindows().map((window) => window.webContents);

export const webContents = supportedOnly('webContents', {
  getAllWebContents: all,
  fromId: (id: number) => all().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) =>
    all().find((contents) => contents.hasTarget(targetId)),
});
