import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openChromiumApp } from './chromium.ts';

/** Where on the screen a window's text is to be found, clear of its frame. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TextWindow = {
  /** Where its text is now: the window manager may move it after it has opened. */
  textArea(): Promise<Area>;
  /** Another page of text takes the place of the one before. */
  turnPage(): Promise<void>;
  close(): Promise<void>;
};

const SIZE = { width: 420, height: 320 };

/** Opens a window full of small text at a known place. */
export async function openTextWindow(place: { x: number; y: number }): Promise<TextWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-text-'));
  const file = path.join(folder, 'text.html');
  await writeFile(file, textPage);
  const context = await openChromiumApp(pathToFileURL(file).href, { ...place, ...SIZE });
  const [page] = context.pages();
  if (!page) throw new Error('the window has no page');
  return {
    async textArea() {
      const inside = await page.evaluate(() => ({
        x: window.screenX + (window.outerWidth - window.innerWidth) / 2,
        y: window.screenY + (window.outerHeight - window.innerHeight),
      }));
      return { x: inside.x + 16, y: inside.y + 16, width: 256, height: 128 };
    },
    turnPage: () => page.evaluate(() => (globalThis as unknown as { turn(): void }).turn()),
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const textPage = `<!doctype html><meta charset="utf-8"><title>Text</title>
<style>body { margin: 0; background: #fff; color: #111; font: 12px/15px monospace }
pre { margin: 0; white-space: pre-wrap; word-break: break-all }</style>
<pre></pre>
<script>
let page = 0;
function turn() {
  page += 1;
  let seed = page * 7919;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789{}();=. ';
  let text = '';
  while (text.length < 2400) text += letters[(next() >> 8) % letters.length];
  document.querySelector('pre').textContent = text;
}
turn();
</script>`;
