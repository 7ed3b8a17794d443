import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { run } from '../../../e2e/network/lab/command.ts';
import { openChromium } from '../../../e2e/support/chromium.ts';
import { installMotion } from './page-motion.ts';
import { installPhotos } from './page-photos.ts';
import { installStamp } from './page-stamp.ts';
import { installTexts } from './page-texts.ts';
import { STAMP, stampCells } from './stamp-code.ts';

/** What stands still on the shared screen until the next one is shown. */
export type StillKind = 'code' | 'spreadsheet' | 'coloured' | 'korean' | 'slides';
/**
 * What moves. Typing paints a stamp with every key, or none where bytes are counted: a stamp is as
 * much to send as several letters. The others paint one with every frame of theirs.
 */
export type MotionKind = 'typing' | 'unstamped typing' | 'scrolling' | 'clip';

/** The window that fills the shared screen. */
export type SourceWindow = {
  /** Shows another page of a kind, and a new stamp with it. */
  show(kind: StillKind): Promise<void>;
  /** Moves until `stop`. */
  start(kind: MotionKind): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

type PageOfSource = {
  source: {
    show(kind: StillKind, number: number): void;
    start(kind: MotionKind): void;
    stop(): void;
  };
};

/** As long as Chromium says over the page how full screen is left. */
const FULL_SCREEN_NOTE_MS = 7_000;
const TITLE = 'Shared screen of the benchmark';

/** Opens the window on the screen of this process's `DISPLAY`, above every other window there. */
export async function openSourceWindow(): Promise<SourceWindow> {
  // Grey edges of letters, as on most screens; coloured ones look like noise to an encoder.
  const browser = await openChromium(['--disable-lcd-text']);
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  await preparePage(page);
  await fillScreen(page);
  let shown = 0;
  return {
    async show(kind) {
      shown += 1;
      await page.evaluate(
        ([asked, number]) => (globalThis as unknown as PageOfSource).source.show(asked, number),
        [kind, shown] as const,
      );
    },
    start: (kind) =>
      page.evaluate((asked) => (globalThis as unknown as PageOfSource).source.start(asked), kind),
    stop: () => page.evaluate(() => (globalThis as unknown as PageOfSource).source.stop()),
    close: () => browser.close(),
  };
}

async function fillScreen(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  const { windowId } = await line.send('Browser.getWindowForTarget');
  const bounds = { windowState: 'fullscreen' } as const;
  await line.send('Browser.setWindowBounds', { windowId, bounds });
  await run('wmctrl', ['-r', TITLE, '-b', 'add,above']);
  await pause(FULL_SCREEN_NOTE_MS);
}

async function preparePage(page: Page): Promise<void> {
  await page.setContent(`<!doctype html><meta charset="utf-8"><title>${TITLE}</title>
<style>
html, body { margin: 0; height: 100%; overflow: hidden; background: #fff; cursor: none }
#stamp { position: fixed; left: ${STAMP.x}px; top: ${STAMP.y}px; z-index: 3 }
#still, #clip { position: fixed; overflow: hidden }
#still { inset: 0 }
#clip { left: 320px; top: 200px; width: 1280px; height: 720px; display: none; background: #222 }
#clip > * { position: absolute; left: 0; top: 0; will-change: transform }
#typed { display: none; position: fixed; left: 64px; top: 800px; width: 1400px; height: 18px; z-index: 2;
  background: #fffbdd; font: 12px/18px "DejaVu Sans Mono", monospace; white-space: pre }
pre { margin: 0; padding: 32px 8px 0; font: 12px/15px "DejaVu Sans Mono", monospace }
pre b { font-weight: 400; color: #d73a49 } pre i { font-style: normal; color: #032f62 }
pre s { text-decoration: none; color: #6a737d }
.sheet { display: grid; grid-template-columns: repeat(22, 1fr); margin: 24px 8px 0;
  font: 13px/19px "DejaVu Sans", sans-serif }
.sheet span { border: solid #d0d4d8; border-width: 0 1px 1px 0; padding: 0 4px; text-align: right }
.coloured { background: #1c1830; min-height: 100% }
.coloured p { margin: 0; padding: 0 8px; font: 11px/15px "DejaVu Sans", sans-serif; white-space: pre }
.korean { padding: 28px 24px; font: 15px/24px "Noto Sans CJK KR", sans-serif; word-break: keep-all }
.korean p { margin: 0; white-space: nowrap; overflow: hidden }
</style>
<canvas id="stamp" width="${STAMP.cell * STAMP.cells}" height="${STAMP.cell}"></canvas>
<div id="still"></div><div id="clip"></div><div id="typed"></div>`);
  await page.evaluate(`globalThis.stampCells = ${stampCells}`);
  await page.evaluate(installStamp, STAMP);
  await page.evaluate(installTexts);
  await page.evaluate(installPhotos);
  await page.evaluate(installMotion);
}
