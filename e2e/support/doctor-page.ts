import { expect, type Page } from '@playwright/test';

/** The connection check as a person reads it. */
export function doctorOn(page: Page) {
  /** The row of one check, once its verdict is this one. */
  const row = (name: string, verdict: 'Fine' | 'Note' | 'Problem') =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) })
      .filter({ has: page.getByRole('img', { name: verdict, exact: true }) });
  return {
    page,
    open: () => page.getByRole('button', { name: 'Check the connection', exact: true }).click(),
    again: () => page.getByRole('button', { name: 'Check again', exact: true }).click(),
    back: () => page.getByRole('button', { name: 'Back to start', exact: true }).click(),
    /** Waits for the one cause. */
    expectCause: (title: string) =>
      expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible({
        timeout: 40_000,
      }),
    row,
    /** What would be handed to whoever helps, as it lies on the clipboard. */
    async copyReport() {
      await page.getByRole('button', { name: 'Copy report', exact: true }).click();
      await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
      return page.evaluate(() => navigator.clipboard.readText());
    },
  };
}
