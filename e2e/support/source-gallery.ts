import type { Page } from '@playwright/test';
import { presenterOn } from './presenter-page.ts';

export type SourceTab = 'Screens' | 'Windows';

/** Picks a source in the app's own gallery, wherever it is open. */
export async function pickSource(page: Page, tab: SourceTab, name: string | RegExp) {
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
}

/** Goes from the app's home to a share of the source with this name. */
export async function shareSource(page: Page, tab: SourceTab, name: string | RegExp) {
  const presenter = presenterOn(page);
  await presenter.shareButton.click();
  await pickSource(page, tab, name);
  return { presenter, ...(await presenter.invite()) };
}
