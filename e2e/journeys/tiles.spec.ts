import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JSHandle, Locator, Page } from '@playwright/test';
import { openChromiumApp } from '../support/chromium.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import type { ViewerPage } from '../support/viewer-page.ts';

const WIDTH = 300;
const HEIGHT = 200;
/** A black square on white, larger than any letter, by which the letters are found. */
const MARKER = { at: 8, side: 16 };
const BLACK = ['#000'];
const COLOURS = ['#c00', '#06c', '#080', '#000'];

/** A window with small coloured letters that change only when told to. */
async function withLetters(
  colours: readonly string[],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-letters-'));
  const file = path.join(folder, 'letters.html');
  await writeFile(file, lettersIn(colours));
  const context = await openChromiumApp(pathToFileURL(file).href, {
    ...PLACES.upper,
    width: 420,
    height: 320,
  });
  try {
    const [page] = context.pages();
    if (!page) throw new Error('the window has no page');
    await look(page);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const lettersIn = (
  colours: readonly string[],
) => `<!doctype html><meta charset="utf-8"><title>Letters</title>
<style>html, body { margin: 0; background: #fff; overflow: hidden }</style>
<canvas id="letters" width="${WIDTH}" height="${HEIGHT}"></canvas>
<script>
const colours = ${JSON.stringify(colours)};
const context = document.getElementById('letters').getContext('2d', { willReadFrequently: true });
function write(word) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, ${WIDTH}, ${HEIGHT});
  context.fillStyle = '#000';
  context.fillRect(${MARKER.at}, ${MARKER.at}, ${MARKER.side}, ${MARKER.side});
  context.font = '12px monospace';
  for (let line = 0; line < 11; line += 1) {
    context.fillStyle = colours[line % colours.length];
    context.fillText((word + ' ').repeat(8), 32, 20 + line * 16);
  }
}
write('first');
</script>`;

const pixelsOf = (page: Page) =>
  page.evaluate(
    ([width, height]) => {
      const canvas = document.getElementById('letters') as HTMLCanvasElement;
      return [...(canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [])];
    },
    [WIDTH, HEIGHT] as const,
  );
/** The same pixels in the viewer's page, where they are compared again and again. */
const pixelsIn = async ({ page }: ViewerPage, letters: Page) =>
  page.evaluateHandle((pixels) => Uint8Array.from(pixels), await pixelsOf(letters));
const write = (page: Page, word: string) =>
  page.evaluate((text) => (window as unknown as { write(word: string): void }).write(text), word);

const tilesOf = ({ page }: ViewerPage): Locator => page.locator('.tile-layer canvas');

/** How many pixels the tiles show at all. */
const coveredPixels = (tiles: Locator) =>
  tiles.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    if (canvas.width === 0) return 0;
    const all = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return all?.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0) ?? 0;
  });

/**
 * The largest difference in any channel between the letters as painted and what the tiles show in
 * their place; 256 where the tiles show nothing there.
 */
const largestMiss = (tiles: Locator, wanted: JSHandle<Uint8Array>) =>
  tiles.evaluate(
    (element, [pixels, width, height, marker]) => {
      const canvas = element as HTMLCanvasElement;
      if (canvas.width === 0) return 256;
      const seen = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      if (!seen) return 256;
      const isShade = (x: number, y: number, isBlack: boolean) => {
        const at = (y * canvas.width + x) * 4;
        const bytes = seen.subarray(at, at + 3);
        return seen[at + 3] === 255 && bytes.every((byte) => (isBlack ? byte < 8 : byte > 247));
      };
      const isMarkerAt = (x: number, y: number) => {
        const [first, last] = [marker.at, marker.at + marker.side - 1];
        const corners = [first, last].flatMap((down) =>
          [first, last].map((across) => [across, down]),
        );
        return corners.every(([across = 0, down = 0]) => {
          const [outX, outY] = [across === first ? -1 : 1, down === first ? -1 : 1];
          return (
            isShade(x + across, y + down, true) &&
            isShade(x + across + outX, y + down, false) &&
            isShade(x + across, y + down + outY, false)
          );
        });
      };
      for (let y = 0; y + height <= canvas.height; y += 1) {
        for (let x = 0; x + width <= canvas.width; x += 1) {
          if (!isMarkerAt(x, y)) continue;
          let miss = 0;
          for (let row = 0; row < height; row += 1) {
            for (let column = 0; column < width * 4; column += 1) {
              const is = seen[((y + row) * canvas.width + x) * 4 + column] ?? 0;
              const was = pixels[row * width * 4 + column] ?? 0;
              miss = Math.max(miss, Math.abs(is - was));
            }
          }
          return miss;
        }
      }
      return 256;
    },
    [wanted, WIDTH, HEIGHT, MARKER] as const,
  );

/** A browser's capture has limited range, and halves what is not grey. */
const GREY_ROUNDING = 3;

test('letters that stand still are shown as they were captured, and new ones in their place', async ({
  presenter,
  openViewer,
}) => {
  await withLetters(BLACK, async (letters) => {
    const { link } = await presenter.share();
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    const tiles = tilesOf(viewer);
    const first = await pixelsIn(viewer, letters);
    await expect.poll(() => largestMiss(tiles, first)).toBeLessThanOrEqual(GREY_ROUNDING);

    await write(letters, 'second');
    const second = await pixelsIn(viewer, letters);
    await expect.poll(() => largestMiss(tiles, second)).toBeLessThanOrEqual(GREY_ROUNDING);
  });
});

test('from the desktop app every pixel of a still screen arrives as it is', {
  tag: '@desktop',
}, async ({ openDesktop, openViewer }) => {
  await withLetters(COLOURS, async (letters) => {
    const { page } = await openDesktop();
    const presenter = presenterOn(page);
    await presenter.shareButton.click();
    await page.getByRole('tab', { name: 'Screens' }).click();
    await page.getByRole('radio', { name: /screen/i }).check();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const { link } = await presenter.invite();
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    const tiles = tilesOf(viewer);
    const first = await pixelsIn(viewer, letters);
    await expect.poll(() => largestMiss(tiles, first)).toBe(0);
    await write(letters, 'second');
    const second = await pixelsIn(viewer, letters);
    await expect.poll(() => largestMiss(tiles, second)).toBe(0);
  });
});

test('while paused no tile is shown, and resuming brings them back', async ({
  presenter,
  openViewer,
}) => {
  await withLetters(BLACK, async () => {
    const { link } = await presenter.share();
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    const tiles = tilesOf(viewer);
    await expect.poll(() => coveredPixels(tiles)).toBeGreaterThan(0);

    await presenter.pause();
    await expect(viewer.pausedNotice).toBeVisible();
    await expect.poll(() => coveredPixels(tiles)).toBe(0);

    await presenter.resume();
    await expect.poll(() => coveredPixels(tiles)).toBeGreaterThan(0);
  });
});
