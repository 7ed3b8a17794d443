import type { Locator } from '@playwright/test';
import { decodeStamp, encodeStamp, STAMP } from './stamp-code.ts';
import { openXWindow } from './x-client.ts';

const WIDTH = STAMP.columns * STAMP.cell + 2 * STAMP.frame;
const HEIGHT = STAMP.rows * STAMP.cell + 2 * STAMP.frame;
const COLOUR = { frame: 0xff00ff, white: 0xffffff, black: 0x000000 } as const;
/** What a stamp can count to. */
const COUNTS = 2 ** 24;

export type PaintedClock = { close(): void };

/**
 * Paints a stamp whose count is the time it was painted, straight on the screen, now and then: each
 * is a change like any other, at no fixed distance from the captures.
 */
export async function openPaintedClock(
  id: number,
  place: { x: number; y: number },
): Promise<PaintedClock> {
  const window = await openXWindow(process.env.DISPLAY ?? '', {
    ...place,
    width: WIDTH,
    height: HEIGHT,
  });
  let timer: NodeJS.Timeout | undefined;
  const paint = () => {
    const cells = encodeStamp({ id, count: Date.now() % COUNTS });
    window.paint([
      { x: 0, y: 0, width: WIDTH, height: HEIGHT, colour: COLOUR.frame },
      ...cells.map((isWhite, index) => ({
        x: STAMP.frame + (index % STAMP.columns) * STAMP.cell,
        y: STAMP.frame + Math.floor(index / STAMP.columns) * STAMP.cell,
        width: STAMP.cell,
        height: STAMP.cell,
        colour: isWhite ? COLOUR.white : COLOUR.black,
      })),
    ]);
    timer = setTimeout(paint, 150 + Math.random() * 100);
  };
  paint();
  return {
    close() {
      clearTimeout(timer);
      window.close();
    },
  };
}

/**
 * How long after each painting the video showed it, in ms, from the first frame that has it.
 *
 * @param place where the clock is in the picture, which has the screen's size
 */
export async function readPaintingDelays(
  video: Locator,
  place: { x: number; y: number },
  paintings: number,
): Promise<number[]> {
  const seen = await video.evaluate(watchClock, { stamp: STAMP, place, paintings });
  return seen.flatMap(({ cells, atMs }) => {
    const stamp = decodeStamp(cells);
    return stamp ? [(atMs - stamp.count) % COUNTS].map((ms) => (ms < 0 ? ms + COUNTS : ms)) : [];
  });
}

/** Runs in the page: samples the clock's cells in every frame until they have changed so often. */
function watchClock(
  element: Element,
  {
    stamp,
    place,
    paintings,
  }: { stamp: typeof STAMP; place: { x: number; y: number }; paintings: number },
): Promise<{ cells: boolean[]; atMs: number }[]> {
  const video = element as HTMLVideoElement;
  const width = stamp.columns * stamp.cell;
  const height = stamp.rows * stamp.cell;
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
  });
  const seen: { cells: boolean[]; atMs: number }[] = [];
  let last = '';
  return new Promise((resolve) => {
    const look: VideoFrameRequestCallback = () => {
      const atMs = Date.now();
      const { x, y } = place;
      context?.drawImage(video, -x - stamp.frame, -y - stamp.frame);
      const pixels = context?.getImageData(0, 0, width, height).data ?? [];
      const cells = Array.from({ length: stamp.columns * stamp.rows }, (_, index) => {
        const cellX = ((index % stamp.columns) + 0.5) * stamp.cell;
        const cellY = (Math.floor(index / stamp.columns) + 0.5) * stamp.cell;
        return (pixels[(cellY * width + cellX) * 4 + 1] ?? 0) > 127;
      });
      // The first one was there before anybody looked.
      if (last !== '' && last !== String(cells)) seen.push({ cells, atMs });
      last = String(cells);
      if (seen.length >= paintings) resolve(seen);
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
}
