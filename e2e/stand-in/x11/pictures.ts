import { run, runForBytes, runNow } from './command.ts';
import type { Monitor } from './monitors.ts';

export type Size = { readonly width: number; readonly height: number };

const resize = ({ width, height }: Size): string[] => ['-resize', `${width}x${height}`, 'png:-'];

export function captureMonitor(monitor: Monitor, size: Size): Promise<Buffer> {
  const area = `${monitor.width}x${monitor.height}+${monitor.x}+${monitor.y}`;
  return runForBytes('import', '-silent', '-window', 'root', '-crop', area, ...resize(size));
}

/** Every pixel as it is: four bytes each, blue, green, red and nothing. */
export function captureMonitorPixels(monitor: Monitor): Promise<Buffer> {
  const area = `${monitor.width}x${monitor.height}+${monitor.x}+${monitor.y}`;
  const raw = ['-depth', '8', 'bgra:-'];
  return runForBytes('import', '-silent', '-window', 'root', '-crop', area, ...raw);
}

export const pngOfPixels = (pixels: Buffer, { width, height }: Size): Buffer =>
  runNow('convert', ['-size', `${width}x${height}`, '-depth', '8', 'bgra:-', 'png:-'], pixels);

export const pixelsOfPng = (png: Buffer): Buffer =>
  runNow('convert', ['png:-', '-depth', '8', 'bgra:-'], png);

/** Nothing of a window that is minimised: `import` would wait for it with the X server held. */
export async function captureWindow(xid: number, size: Size): Promise<Buffer> {
  const state = await run('xwininfo', '-id', String(xid));
  if (!state.includes('IsViewable')) return Buffer.alloc(0);
  return runForBytes('import', '-silent', '-window', String(xid), ...resize(size));
}

export const resizePng = (png: Buffer, size: Size): Buffer =>
  // `!` because the caller names both sides; without it ImageMagick keeps the proportions.
  runNow('convert', ['png:-', '-resize', `${size.width}x${size.height}!`, 'png:-'], png);

/** The window's own icon as PNG, or nothing if it has none. */
export async function windowIcon(xid: number): Promise<Buffer> {
  const property = await run('xprop', '-id', String(xid), '-notype', '32c', '_NET_WM_ICON');
  const [width, height, ...pixels] = (property.split('=')[1] ?? '').split(',').map(Number);
  if (!width || !height || pixels.length < width * height) return Buffer.alloc(0);
  const bgra = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i += 1) bgra.writeUInt32LE((pixels[i] ?? 0) >>> 0, i * 4);
  return runNow('convert', ['-size', `${width}x${height}`, '-depth', '8', 'bgra:-', 'png:-'], bgra);
}
