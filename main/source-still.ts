import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import type { DesktopCapturer } from 'electron';
import type { SourceStill } from '../preload/source.ts';

const deflate = promisify(deflateRaw);

export type TakeStill = (width: number, height: number) => Promise<SourceStill | null>;

/**
 * Takes stills of the screen that the page is capturing anyway, and of nothing else: a capture's
 * own frames have lost half of their colours before the page sees them.
 * @param canTake false on Wayland, where every look would open the system's own dialog
 */
export function createStills(
  desktopCapturer: Pick<DesktopCapturer, 'getSources'>,
  canTake: boolean,
) {
  let allowedId: string | undefined;
  return {
    /** The page captures this source from now on. */
    allow(sourceId: string): void {
      allowedId = sourceId;
    },
    /** The page has no capture any more. */
    forbid(): void {
      allowedId = undefined;
    },
    /** `null` where there is none of exactly this size, in pixels. */
    async take(width: number, height: number): Promise<SourceStill | null> {
      const sourceId = allowedId;
      // For one window, every window's picture would have to be taken.
      if (!canTake || !sourceId?.startsWith('screen:')) return null;
      try {
        const thumbnailSize = { width, height };
        const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
        const still = sources.find(({ id }) => id === sourceId)?.thumbnail;
        if (!still || sourceId !== allowedId) return null;
        const size = still.getSize();
        const pixels = still.toBitmap();
        const isWhole = pixels.byteLength === width * height * 4;
        if (size.width !== width || size.height !== height || !isWhole) return null;
        const deflated = new Uint8Array(await deflate(pixels, { level: constants.Z_BEST_SPEED }));
        return { width, height, deflated };
      } catch {
        return null;
      }
    },
  };
}
