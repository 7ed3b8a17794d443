import type { SourcesOptions } from 'electron';
import { supportedOnly } from '../supported-only.ts';
import { listMonitors, type Monitor } from '../x11/monitors.ts';
import {
  captureMonitor,
  captureMonitorPixels,
  captureWindow,
  type Size,
  windowIcon,
} from '../x11/pictures.ts';
import { listWindows } from '../x11/windows.ts';
import { imageFromPixels, imageFromPng, type NativeImage } from './native-image.ts';

const defaultThumbnailSize = { width: 150, height: 150 };

type Source = {
  readonly id: string;
  readonly name: string;
  readonly display_id: string;
  readonly appIcon: NativeImage | null;
  readonly thumbnail: NativeImage;
};

const noPicture = Promise.resolve(Buffer.alloc(0));
const isEmpty = ({ width, height }: Size): boolean => width <= 0 || height <= 0;

async function screenSources(size: Size): Promise<Source[]> {
  const monitors = listMonitors();
  return Promise.all(
    monitors.map(async (monitor, index) => ({
      id: `screen:${monitor.id}:0`,
      name: monitors.length === 1 ? 'Entire screen' : `Screen ${index + 1}`,
      display_id: monitor.id,
      appIcon: null,
      thumbnail: await pictureOf(monitor, size),
    })),
  );
}

async function pictureOf(monitor: Monitor, size: Size): Promise<NativeImage> {
  const isWhole = size.width === monitor.width && size.height === monitor.height;
  if (isWhole) return imageFromPixels(await captureMonitorPixels(monitor), size);
  return imageFromPng(await (isEmpty(size) ? noPicture : captureMonitor(monitor, size)));
}

async function windowSources(size: Size, withIcons: boolean): Promise<Source[]> {
  return Promise.all(
    (await listWindows()).map(async ({ xid, title }) => ({
      id: `window:${xid}:0`,
      name: title,
      display_id: '',
      appIcon: withIcons ? imageFromPng(await windowIcon(xid)) : null,
      thumbnail: imageFromPng(await (isEmpty(size) ? noPicture : captureWindow(xid, size))),
    })),
  );
}

export const desktopCapturer = supportedOnly('desktopCapturer', {
  async getSources(options: SourcesOptions): Promise<Source[]> {
    const size = { ...defaultThumbnailSize, ...options.thumbnailSize };
    const withIcons = options.fetchWindowIcons ?? false;
    return [
      ...(options.types.includes('screen') ? await screenSources(size) : []),
      ...(options.types.includes('window') ? await windowSources(size, withIcons) : []),
    ];
  },
});
