import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { chromiumProgram, openChromium } from '../../../e2e/support/chromium.ts';
import { rememberConnections } from '../../../e2e/support/remember-connections.ts';
import { findProcess } from '../measure/process-tree.ts';
import type { ShareOptions, Surroundings, WindowSize } from './share.ts';

export type ViewerBrowser = {
  readonly process: number;
  /** Opens one more viewer's page, at nothing yet. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
};

let opened = 0;
/** A word for the command line by which a browser's first process is found. */
export const nextMark = (): string => {
  opened += 1;
  return `--bench-picture=${process.pid}-${opened}`;
};

/** Opens the viewer's browser, on a screen and in a network of its own. */
export async function openViewerBrowser(
  { topology, viewerDisplay, folder }: Surroundings,
  { viewers, windowSize }: ShareOptions,
): Promise<ViewerBrowser> {
  await mkdir(folder, { recursive: true });
  const executablePath = path.join(folder, 'chromium-of-viewer');
  const script = `#!/bin/sh\nexec ip netns exec ${topology.viewer} ${chromiumProgram()} "$@"\n`;
  await writeFile(executablePath, script, { mode: 0o755 });
  const mark = nextMark();
  const browser = await openChromium([mark, '--window-position=0,0'], {
    executablePath,
    env: { ...(process.env as Record<string, string>), DISPLAY: viewerDisplay },
  });
  return {
    process: findProcess(mark),
    openPage: () => openPage(browser, viewers === 1 ? windowSize : null),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, windowSize: WindowSize | null): Promise<Page> {
  const viewport = windowSize ? null : { width: 480, height: 330 };
  const context = await browser.newContext({ viewport });
  await context.addInitScript(rememberConnections);
  const page = await context.newPage();
  if (windowSize) await resizeWindow(page, windowSize);
  return page;
}

/** Gives a page's window an outer size, at the screen's top left. */
export async function resizeWindow(page: Page, size: WindowSize): Promise<void> {
  const line = await page.context().newCDPSession(page);
  const { windowId } = await line.send('Browser.getWindowForTarget');
  const bounds = { left: 0, top: 0, ...size };
  await line.send('Browser.setWindowBounds', { windowId, bounds });
  await line.detach();
}
