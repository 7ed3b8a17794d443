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

/**
 * Runs in the page: samples the clock's cells in every frame until they have changed so often. Only
 * the clock's own brightness is read: to draw whole frames would make the page itself late.
 */
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
  const rect = { x: place.x + stamp.frame, y: place.y + stamp.frame, width, height };
  const seen: { cells: boolean[]; atMs: number }[] = [];
  let last = '';

  const cellsOf = async (frame: VideoFrame): Promise<boolean[]> => {
    const bytes = new Uint8Array(frame.allocationSize({ rect }));
    const [luma] = await frame.copyTo(bytes, { rect });
    if (!frame.format?.startsWith('I420') || !luma) throw new Error(`a frame of ${frame.format}`);
    return Array.from({ length: stamp.columns * stamp.rows }, (_, index) => {
      const cellX = ((index % stamp.columns) + 0.5) * stamp.cell;
      const cellY = (Math.floor(index / stamp.columns) + 0.5) * stamp.cell;
      return (bytes[luma.offset + cellY * luma.stride + cellX] ?? 0) > 127;
    });
  };
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const atMs = Date.now();
      const frame = new VideoFrame(video);
      const cells = await cellsOf(frame).finally(() => frame.close());
      // The first one was there before anybody looked.
      if (last !== '' && last !== String(cells)) seen.push({ cells, atMs });
      last = String(cells);
      if (seen.length >= paintings) resolve(seen);
    };
    const onFrame: VideoFrameRequestCallback = () => {
      if (seen.length < paintings) video.requestVideoFrameCallback(onFrame);
      look().catch(reject);
    };
    video.requestVideoFrameCallback(onFrame);
  });
}
