import type { Page } from '@playwright/test';

/** The app's qualities, as its presenter reads them. */
export type QualityName = 'Automatic' | 'Sharp text' | 'Smooth motion' | 'Low bandwidth';

/** Chooses how the picture is sent, by the app's own control. */
export async function choosePictureQuality(page: Page, quality: QualityName): Promise<void> {
  const control = page.getByLabel('Picture quality', { exact: true });
  await control.waitFor();
  const isList = (await control.evaluate((element) => element.tagName)) === 'SELECT';
  if (isList) await control.selectOption({ label: quality });
  else await control.getByRole('radio', { name: quality }).check();
}
