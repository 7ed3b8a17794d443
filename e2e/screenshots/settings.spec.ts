import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startServiceForApps } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { repositoryRoot } from '../support/signaling-service.ts';

/** Only for looking through: the documentation shows none of these. */
const folder = process.env.SCREENSHOT_FOLDER ?? path.join(repositoryRoot, 'test-results/screens');
const words = {
  en: { settings: 'Settings', add: 'Add a server', take: 'Add', record: 'Record', done: 'Done' },
  ko: { settings: '설정', add: '서버 추가하기', take: '추가', record: '키 바꾸기', done: '완료' },
} as const;
type Patch = Record<string, unknown>;

const change = (page: Page, patch: Patch) =>
  page.evaluate(
    (changed) =>
      (
        globalThis as unknown as {
          sightlineDesktop: { changeSettings(patch: Patch): Promise<void> };
        }
      ).sightlineDesktop.changeSettings(changed),
    patch,
  );

test('the settings of the app @desktop', async ({ openDesktop, userFolder }) => {
  test.skip(process.env.SCREENSHOT_FOLDER === undefined, 'nobody is looking');
  const service = await startServiceForApps();
  const { page } = await openDesktop();
  const relay = { url: 'turns:relay.example.org:443', username: 'ada', credential: 'x' };
  await change(page, { name: 'Ada', serverUrl: service.origin, iceServers: [relay] });
  for (const language of ['en', 'ko'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1280, 360]) {
        const text = words[language];
        const take = (name: string) =>
          page.screenshot({
            path: path.join(folder, `app-settings-${name}-${language}-${theme}-${width}.png`),
          });
        const button = (name: string) => page.getByRole('button', { name, exact: true });
        await page.setViewportSize({ width, height: width === 360 ? 720 : 800 });
        await change(page, { language, theme });
        await take('home');
        await button(text.settings).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog.locator('.field-good')).toBeVisible();
        await take('top');
        await button(text.add).click();
        await dialog.locator('[name=url]').fill('turn://relay');
        await button(text.take).click();
        await take('server');
        await dialog.locator('[name=url]').press('Escape');
        await button(text.settings).click();
        await button(text.record).first().click();
        await take('shortcuts');
        await button(text.record).first().press('Tab');
        await dialog.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        await take('end');
        await button(text.done).click();
      }
    }
  }
  await writeFile(path.join(userFolder, 'settings.json'), '{"theme":"dark","language":7}');
  const mended = await openDesktop({ userFolder });
  for (const width of [1280, 360]) {
    await mended.page.setViewportSize({ width, height: 720 });
    await mended.page.screenshot({ path: path.join(folder, `app-settings-trouble-${width}.png`) });
  }
  await service.close();
});
