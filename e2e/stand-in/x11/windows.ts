import { run } from './command.ts';

export type ManagedWindow = { readonly xid: number; readonly title: string };

// window id, desktop, host, title
const windowLine = /^(0x[0-9a-f]+)\s+-?\d+\s+\S+ ?(.*)$/;

// Chromium names the sharing page's host in the bar that tells of it; Electron has no such bar.
const sharingBarTitle = /\.stand-in\.localhost /;

async function listAll(): Promise<ManagedWindow[]> {
  const lines = (await run('wmctrl', '-l')).split('\n');
  return lines.flatMap((line) => {
    const [, xid, title] = windowLine.exec(line) ?? [];
    return xid ? [{ xid: Number(xid), title: title ?? '' }] : [];
  });
}

export const listWindows = async (): Promise<ManagedWindow[]> =>
  (await listAll()).filter(({ title }) => !sharingBarTitle.test(title));

export const listSharingBars = async (): Promise<ManagedWindow[]> =>
  (await listAll()).filter(({ title }) => sharingBarTitle.test(title));

const hex = (xid: number): string => `0x${xid.toString(16)}`;

// wmctrl and older programs understand a WM_NAME only as 8s, which holds no more than ASCII.
async function setName(xid: number, property: string, value: string): Promise<void> {
  const isAscii = [...value].every((character) => character.charCodeAt(0) < 128);
  const format = property === 'WM_NAME' && isAscii ? '8s' : '8u';
  await run('xprop', '-id', String(xid), '-f', property, format, '-set', property, value);
}

export async function setTitle(xid: number, title: string): Promise<void> {
  await setName(xid, '_NET_WM_NAME', title);
  await setName(xid, 'WM_NAME', title);
}

/** The name Chromium's capturer matches; what users and other programs see is the title. */
export const setCaptureName = (xid: number, name: string): Promise<void> =>
  setName(xid, 'WM_NAME', name);

export async function mapWindow(xid: number): Promise<void> {
  await run('xdotool', 'windowmap', String(xid));
}

export async function unmapWindow(xid: number): Promise<void> {
  await run('xdotool', 'windowunmap', String(xid));
}

export async function activateWindow(xid: number): Promise<void> {
  await run('wmctrl', '-i', '-a', hex(xid));
}

export async function setAlwaysOnTop(xid: number, onTop: boolean): Promise<void> {
  await run('wmctrl', '-i', '-r', hex(xid), '-b', `${onTop ? 'add' : 'remove'},above`);
}
