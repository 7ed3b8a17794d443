import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';
import type { Area } from './text-window.ts';

const run = promisify(execFile);

/** What the shared screen shows there, in levels of grey from 0 to 255. */
async function greysOfScreen({ x, y, width, height }: Area): Promise<number[]> {
  const area = `${width}x${height}+${x}+${y}`;
  const raw = ['-depth', '8', 'gray:-'];
  const { stdout } = await run('import', ['-silent', '-window', 'root', '-crop', area, ...raw], {
    encoding: 'buffer',
  });
  return [...stdout];
}

/** What a viewer's picture shows there, whatever size it has arrived in. */
const greysOfPicture = (video: Locator, area: Area, screenWidth: number): Promise<number[]> =>
  video.evaluate(
    (element, { x, y, width, height, screenWidth: whole }) => {
      const picture = element as HTMLVideoElement;
      const scale = picture.videoWidth / whole;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context || scale === 0) return [];
      const from = [x * scale, y * scale, width * scale, height * scale] as const;
      context.drawImage(picture, ...from, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, index) => {
        const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
        return 0.299 * red + 0.587 * green + 0.114 * blue;
      });
    },
    { ...area, screenWidth },
  );

/**
 * How alike the shared screen and a viewer's picture of it are, as the correlation of their greys:
 * 1 is the same, small text that can be read is above 0.95, blur or another text far below.
 */
export async function likenessOf(video: Locator, area: Area, screenWidth: number): Promise<number> {
  const [screen, picture] = await Promise.all([
    greysOfScreen(area),
    greysOfPicture(video, area, screenWidth),
  ]);
  return screen.length === picture.length ? correlation(screen, picture) : 0;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[index] ?? 0) - meanB];
    both += da * db;
    onlyA += da * da;
    onlyB += db * db;
  }
  return onlyA === 0 || onlyB === 0 ? 0 : both / Math.sqrt(onlyA * onlyB);
}
