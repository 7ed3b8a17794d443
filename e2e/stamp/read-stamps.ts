import type { Locator } from '@playwright/test';
import { decodeStamp, STAMP, type Stamp } from './stamp-code.ts';

/** Every stamp that can be read out of the frame a video shows right now. */
export async function readStamps(video: Locator): Promise<Stamp[]> {
  const found = await video.evaluate(findStampCells, STAMP);
  return found.flatMap((cells) => decodeStamp(cells) ?? []);
}

/** The highest count of stamp `id` in the video's frame; 0 where it is not to be seen. */
export async function readCount(video: Locator, id: number): Promise<number> {
  const stamps = await readStamps(video);
  return Math.max(0, ...stamps.filter((stamp) => stamp.id === id).map(({ count }) => count));
}

/** Runs in the page: looks for magenta frames and samples the cells inside each. */
function findStampCells(element: Element, stamp: typeof STAMP): boolean[][] {
  const video = element as HTMLVideoElement;
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return [];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  context.drawImage(video, 0, 0);
  const pixels = context.getImageData(0, 0, width, height).data;
  const channel = (x: number, y: number, offset: number): number =>
    pixels[(Math.round(y) * width + Math.round(x)) * 4 + offset] ?? 0;
  const isMagenta = (x: number, y: number): boolean =>
    channel(x, y, 0) > 170 && channel(x, y, 1) < 100 && channel(x, y, 2) > 170;

  const step = 4;
  const seen = new Set<string>();
  const boxes: { left: number; top: number; right: number; bottom: number }[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (seen.has(`${x},${y}`) || !isMagenta(x, y)) continue;
      const box = { left: x, top: y, right: x, bottom: y };
      const queue: [number, number][] = [[x, y]];
      seen.add(`${x},${y}`);
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [atX, atY] = next;
        box.left = Math.min(box.left, atX);
        box.right = Math.max(box.right, atX);
        box.top = Math.min(box.top, atY);
        box.bottom = Math.max(box.bottom, atY);
        for (const [dx, dy] of [
          [step, 0],
          [-step, 0],
          [0, step],
          [0, -step],
        ] as const) {
          const [toX, toY] = [atX + dx, atY + dy];
          const isInside = toX >= 0 && toY >= 0 && toX < width && toY < height;
          if (!isInside || seen.has(`${toX},${toY}`) || !isMagenta(toX, toY)) continue;
          seen.add(`${toX},${toY}`);
          queue.push([toX, toY]);
        }
      }
      boxes.push(box);
    }
  }

  const wide = stamp.columns * stamp.cell + 2 * stamp.frame;
  const high = stamp.rows * stamp.cell + 2 * stamp.frame;
  return boxes
    .filter(({ left, right, top, bottom }) => {
      const ratio = (right - left) / Math.max(1, bottom - top);
      return right - left > 60 && Math.abs(ratio - wide / high) < 0.15;
    })
    .map(({ left, right, top, bottom }) => {
      const scaleX = (right - left + step) / wide;
      const scaleY = (bottom - top + step) / high;
      return Array.from({ length: stamp.columns * stamp.rows }, (_, index) => {
        const column = index % stamp.columns;
        const row = Math.floor(index / stamp.columns);
        const x = left + (stamp.frame + (column + 0.5) * stamp.cell) * scaleX;
        const y = top + (stamp.frame + (row + 0.5) * stamp.cell) * scaleY;
        return channel(x, y, 1) > 127;
      });
    });
}
