import type { Page } from '@playwright/test';
import { presenterOn } from '../../../e2e/support/presenter-page.ts';
import { viewerOn } from '../../../e2e/support/viewer-page.ts';
import { openBoth } from './open-both.ts';
import { choosePictureQuality, type QualityName } from './picture-quality.ts';
import type { Share, ShareOptions, Surroundings } from './share.ts';
import { openViewerBrowser } from './viewer-browser.ts';

/** The app of a presenter who shares already. */
export type ProductPresenter = {
  readonly page: Page;
  readonly process: number;
  readonly inviteLink: string;
  close(): Promise<void>;
};

/**
 * Has people watch a presenter's share in the app's web page, and waits until they ask to be let in.
 * @param quality `null` leaves it as the app starts with
 */
export async function openProductShare(
  openPresenter: () => Promise<ProductPresenter>,
  quality: QualityName | null,
  surroundings: Surroundings,
  options: ShareOptions,
): Promise<Share> {
  const [presenter, viewerBrowser] = await openBoth(
    openPresenter(),
    openViewerBrowser(surroundings, options),
  );
  const close = async () => {
    await Promise.all([presenter.close(), viewerBrowser.close()]);
  };
  try {
    if (quality !== null) await choosePictureQuality(presenter.page, quality);
    const person = presenterOn(presenter.page);
    const viewerPages: Page[] = [];
    for (let index = 0; index < options.viewers; index += 1) {
      const page = await viewerBrowser.openPage();
      const name = nameOf(index);
      await page.addInitScript((text) => localStorage.setItem('sightline.name', text), name);
      await page.goto(new URL('/', presenter.inviteLink).href);
      await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
      viewerPages.push(page);
    }
    await options.onLoaded();
    for (const [index, page] of viewerPages.entries()) {
      // From what the browser has kept: nothing but the page itself comes over the network again.
      await page.goto(presenter.inviteLink);
      await person.asking(nameOf(index)).waitFor();
    }
    return {
      presenterPage: presenter.page,
      viewerPages,
      presenterProcess: presenter.process,
      viewerProcess: viewerBrowser.process,
      pictureOf: (page) => viewerOn(page).video,
      admit: (index) => allow(presenter.page, nameOf(index)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const nameOf = (index: number) => `Viewer ${index + 1}`;

/** Clicks “Allow” of one person; returns when the page was told. */
async function allow(page: Page, name: string): Promise<number> {
  const clicked = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const note = () => resolve(Date.now());
        document.addEventListener('click', note, { capture: true, once: true });
      }),
  );
  const asking = page.getByRole('region', { name: 'Asking to join', exact: true });
  const person = asking.getByRole('listitem').filter({ hasText: name });
  await person.getByRole('button', { name: 'Allow', exact: true }).click();
  return clicked;
}
