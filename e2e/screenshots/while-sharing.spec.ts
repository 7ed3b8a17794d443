import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { shareControlsOf } from '../support/share-controls.ts';

const folder = process.env.SCREENSHOT_FOLDER ?? '';
const words = {
  en: {
    language: 'English',
    share: 'Share your screen',
    screens: 'Screens',
    go: 'Share',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop sharing',
    back: 'Back to start',
  },
  ko: {
    language: '한국어',
    share: '화면 공유하기',
    screens: '화면',
    go: '공유',
    pause: '일시정지',
    resume: '다시 공유',
    stop: '공유 중지',
    back: '처음으로',
  },
} as const;
const BAR = { width: 600, height: 76 };

test.skip(folder === '' || !isStandIn, 'for looking at, on the stand-in');

/** Both themes of one page, one after the other. */
async function takeBoth(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
  }
}

for (const [language, text] of Object.entries(words)) {
  test(`what surrounds a share, in ${language}`, async ({ openDesktop, openViewer }) => {
    const { page, electronApp } = await openDesktop();
    const controls = shareControlsOf(electronApp);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const menu = async (state: string) => {
      const lines = [`tooltip: ${await controls.toolTip()}`, ...(await controls.menu()), ''];
      await writeFile(path.join(folder, `tray-${language}-${state}.txt`), lines.join('\n'));
    };
    await button(text.language).click();
    await menu('idle');
    await button(text.share).click();
    await page.getByRole('tab', { name: text.screens }).click();
    await page.getByRole('radio').first().check();
    await button(text.go).click();
    const link = (await page.getByTestId('invite-link').textContent()) ?? '';
    const bar = await controls.bar();
    await bar.setViewportSize(BAR);
    await takeBoth(bar, `bar-${language}-sharing`);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await expect(bar.locator('#asking')).toBeVisible();
    await takeBoth(bar, `bar-${language}-asking`);
    await menu('sharing');
    await button(text.pause).click();
    await expect(bar.locator('body')).toHaveClass('is-paused');
    await takeBoth(bar, `bar-${language}-paused`);
    await menu('paused');
    await button(text.resume).click();
    await controls.power('lock-screen');
    await expect(bar.locator('body')).toHaveClass('is-paused');
    await takeBoth(bar, `bar-${language}-locked`);
    await takeBoth(page, `presenter-${language}-locked`);
    await button(text.stop).click();
    await expect(button(text.back)).toBeVisible();
  });
}
