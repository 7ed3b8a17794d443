import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Point, ScreenProbe } from '../measure/screen-probe.ts';
import {
  type Contender,
  PICTURE,
  type PicturePlace,
  type Share,
  type Surroundings,
  type WindowSize,
} from './share.ts';
import { resizeWindow } from './viewer-browser.ts';

const FIRST_SIZE: WindowSize = { width: 2_100, height: 1_400 };
const PATIENCE_MS = 20_000;

/**
 * Opens a share once to find out at which size of the viewer's window the picture is as large as
 * the shared screen, and where it is then. Nothing may be on the way of this one.
 */
export async function findPicturePlace(
  contender: Contender,
  surroundings: Surroundings,
  probe: ScreenProbe,
): Promise<PicturePlace> {
  const share = await contender.open(surroundings, {
    viewers: 1,
    windowSize: FIRST_SIZE,
    onLoaded: async () => {},
  });
  try {
    const [page] = share.viewerPages;
    if (!page) throw new Error('nobody watches');
    await share.admit(0);
    await share.pictureOf(page).waitFor();
    const windowSize = await fitWindow(page, share);
    await pause(300);
    const { x, y } = await measurePicture(page, share);
    const place = { origin: { x, y }, windowSize };
    await expectStamp(place, surroundings, probe);
    return place;
  } finally {
    await share.close();
  }
}

/** Changes the window until the picture is shown at its own size. */
async function fitWindow(page: Page, share: Share): Promise<WindowSize> {
  let size = FIRST_SIZE;
  const endMs = Date.now() + PATIENCE_MS;
  while (Date.now() < endMs) {
    const { width, height, boxWidth, boxHeight, videoWidth } = await measurePicture(page, share);
    if (width === PICTURE.width && height === PICTURE.height) return size;
    if (videoWidth > 0) {
      size = {
        width: size.width + PICTURE.width - boxWidth,
        height: size.height + PICTURE.height - boxHeight,
      };
      await resizeWindow(page, size);
    }
    await pause(300);
  }
  const found = await measurePicture(page, share);
  throw new Error(`the picture does not come to its own size: ${JSON.stringify(found)}`);
}

/** Where the picture is on the viewer's X screen, and the box it is fitted into. */
const measurePicture = (page: Page, share: Share) =>
  share.pictureOf(page).evaluate((element) => {
    const { videoWidth, videoHeight } = element as HTMLVideoElement;
    const box = element.getBoundingClientRect();
    const isFitted = getComputedStyle(element).objectFit === 'contain' && videoWidth > 0;
    const scale = Math.min(box.width / videoWidth, box.height / videoHeight);
    const width = isFitted ? videoWidth * scale : box.width;
    const height = isFitted ? videoHeight * scale : box.height;
    const border = (outerWidth - innerWidth) / 2;
    return {
      x: screenX + border + box.left + (box.width - width) / 2,
      y: screenY + outerHeight - innerHeight - border + box.top + (box.height - height) / 2,
      width: Math.round(width),
      height: Math.round(height),
      boxWidth: Math.round(box.width),
      boxHeight: Math.round(box.height),
      videoWidth,
    };
  });

/** Makes sure that the picture is where it is said to be: the shared screen's stamp is read there. */
export async function expectStamp(
  { origin }: PicturePlace,
  { presenterDisplay, viewerDisplay }: Surroundings,
  probe: ScreenProbe,
): Promise<void> {
  const endMs = Date.now() + PATIENCE_MS;
  const valueAt = async (display: string, point: Point) =>
    (await probe.watchStamps(display, point, 0.1)).at(-1)?.value;
  while (Date.now() < endMs) {
    const painted = await valueAt(presenterDisplay, { x: 0, y: 0 });
    if (painted !== undefined && (await valueAt(viewerDisplay, origin)) === painted) return;
  }
  throw new Error(`no stamp is to be read at ${origin.x},${origin.y} of the viewer’s screen`);
}
