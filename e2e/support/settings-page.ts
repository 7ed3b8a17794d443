import { expect, type Page } from '@playwright/test';

/** What a person does in the settings, by the names a screen reader would read. */
export function settingsOn(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Settings', exact: true });
  const shortcut = (name: string) => dialog.getByRole('group', { name, exact: true });
  return {
    dialog,
    async open() {
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await expect(dialog).toBeVisible();
    },
    close: () => dialog.getByRole('button', { name: 'Done', exact: true }).click(),
    name: dialog.getByLabel('Your name', { exact: true }),
    server: dialog.getByLabel('Server', { exact: true }),
    quality: dialog.getByLabel('Picture quality', { exact: true }),
    choose: (group: string, name: string) =>
      dialog
        .getByRole('group', { name: group, exact: true })
        .getByRole('radio', { name, exact: true })
        .check(),
    switchOf: (name: string) => dialog.getByRole('switch', { name, exact: true }),
    keysOf: (name: string) => shortcut(name).locator('kbd'),
    shortcut,
    /** Presses keys where a shortcut is recorded; `keys` as Playwright names them. */
    async record(name: string, keys: string) {
      await shortcut(name).getByRole('button', { name: 'Record' }).click();
      await page.keyboard.press(keys);
    },
    async addServer(address: string, credentials?: { name: string; password: string }) {
      await dialog.getByRole('button', { name: 'Add a server' }).click();
      await dialog.getByLabel('Address', { exact: true }).fill(address);
      if (credentials) {
        await dialog.getByLabel('User name', { exact: true }).fill(credentials.name);
        await dialog.getByLabel('Password', { exact: true }).fill(credentials.password);
      }
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    },
  };
}
