import type { NativeImage, nativeImage } from 'electron';
import idle2 from '../../build/resources/tray/tray-idle@2x.png?inline';
import idle from '../../build/resources/tray/tray-idle.png?inline';
import idleTemplate2 from '../../build/resources/tray/tray-idleTemplate@2x.png?inline';
import idleTemplate from '../../build/resources/tray/tray-idleTemplate.png?inline';
import paused2 from '../../build/resources/tray/tray-paused@2x.png?inline';
import paused from '../../build/resources/tray/tray-paused.png?inline';
import pausedTemplate2 from '../../build/resources/tray/tray-pausedTemplate@2x.png?inline';
import pausedTemplate from '../../build/resources/tray/tray-pausedTemplate.png?inline';
import sharing2 from '../../build/resources/tray/tray-sharing@2x.png?inline';
import sharing from '../../build/resources/tray/tray-sharing.png?inline';
import sharingTemplate2 from '../../build/resources/tray/tray-sharingTemplate@2x.png?inline';
import sharingTemplate from '../../build/resources/tray/tray-sharingTemplate.png?inline';
import type { TrayModel } from './tray-model.ts';

type Images = Record<TrayModel['icon'], readonly [string, string]>;

const coloured: Images = {
  idle: [idle, idle2],
  sharing: [sharing, sharing2],
  paused: [paused, paused2],
};
/** Black and transparent: macOS gives them the colour of its menu bar. */
const templates: Images = {
  idle: [idleTemplate, idleTemplate2],
  sharing: [sharingTemplate, sharingTemplate2],
  paused: [pausedTemplate, pausedTemplate2],
};

/** The tray's pictures, sharp on displays of either density. */
export function trayImages(
  images: Pick<typeof nativeImage, 'createFromDataURL'>,
  platform: NodeJS.Platform,
): Record<TrayModel['icon'], NativeImage> {
  const isTemplate = platform === 'darwin';
  const files = isTemplate ? templates : coloured;
  const open = ([normal, double]: readonly [string, string]): NativeImage => {
    const image = images.createFromDataURL(normal);
    image.addRepresentation({ scaleFactor: 2, dataURL: double });
    if (isTemplate) image.setTemplateImage(true);
    return image;
  };
  return { idle: open(files.idle), sharing: open(files.sharing), paused: open(files.paused) };
}
