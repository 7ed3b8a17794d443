import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { ANSWER_WITH_SCREEN, openChromium } from '../../../e2e/support/chromium.ts';
import { rememberConnections } from '../../../e2e/support/remember-connections.ts';
import { findProcess } from '../measure/process-tree.ts';
import { openBoth } from './open-both.ts';
import { installPlainPresenter, installPlainViewer, type PlainPage } from './plain-pages.ts';
import { PICTURE, type Share, type ShareOptions, type Surroundings } from './share.ts';
import { nextMark, openViewerBrowser } from './viewer-browser.ts';

/** How a page of another product is set up; whatever is left out is as the browser has it. */
export type PlainSettings = {
  readonly capture: DisplayMediaStreamOptions;
  readonly connection: 'simple-peer' | 'native';
  /** `b=AS` in what the viewer answers. */
  readonly bandwidthKbps?: number;
  /** Put first in the offer. */
  readonly codec?: { readonly mimeType: string; readonly parameters?: string };
  readonly encoding?: RTCRtpEncodingParameters;
  /** Command line of the presenter's browser, for what a native program sets in code. */
  readonly presenterSwitches?: readonly string[];
};

const simplePeer = readFileSync(
  createRequire(import.meta.url).resolve('simple-peer/simplepeer.min.js'),
  'utf8',
);
/** No such place; a page that captures the screen must have come by TLS. */
const ADDRESS = 'https://plain.example/';
const { width, height } = PICTURE;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>body { margin: 0; background: #000 } video { display: block; width: ${width}px; height: ${height}px }
.small video { width: 480px; height: 270px }</style>
<video autoplay muted playsinline></video>`;

/**
 * Opens a share between two plain pages. Their signals go from page to page through this process,
 * outside the measured network.
 */
export async function openPlainShare(
  settings: PlainSettings,
  surroundings: Surroundings,
  options: ShareOptions,
): Promise<Share> {
  const mark = nextMark();
  const switches = [ANSWER_WITH_SCREEN, mark, ...(settings.presenterSwitches ?? [])];
  const [presenterBrowser, viewerBrowser] = await openBoth(
    openChromium(switches),
    openViewerBrowser(surroundings, options),
  );
  const close = async () => {
    await Promise.all([presenterBrowser.close(), viewerBrowser.close()]);
  };
  try {
    // An emulated viewport would be taken for the screen, and the capture made as small.
    const context = await presenterBrowser.newContext({ viewport: null });
    await context.addInitScript(rememberConnections);
    const presenterPage = await context.newPage();
    await openPlainPage(presenterPage);
    const viewerPages: Page[] = [];
    for (let index = 0; index < options.viewers; index += 1) {
      const page = await viewerBrowser.openPage();
      await openPlainPage(page);
      if (options.viewers > 1) await page.evaluate(() => document.body.classList.add('small'));
      await page.exposeFunction('sendSignal', (signal: unknown) =>
        presenterPage.evaluate(tell, [index, signal] as const),
      );
      await page.evaluate(installPlainViewer, settings);
      viewerPages.push(page);
    }
    await presenterPage.exposeFunction('sendSignal', (signal: unknown, index: number) =>
      viewerPages[index]?.evaluate(tell, [index, signal] as const),
    );
    await presenterPage.evaluate(installPlainPresenter, settings);
    await options.onLoaded();
    return {
      presenterPage,
      viewerPages,
      presenterProcess: findProcess(mark),
      viewerProcess: viewerBrowser.process,
      pictureOf: (page) => page.locator('video'),
      admit: (index) =>
        presenterPage.evaluate(
          (number) => (globalThis as unknown as PlainPage).admit(number),
          index,
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPlainPage(page: Page): Promise<void> {
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: simplePeer });
}

const tell = ([index, signal]: readonly [number, unknown]) =>
  (globalThis as unknown as PlainPage).receiveSignal(signal, index);
