import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { repositoryRoot, startSignalingService } from '../support/signaling-service.ts';
import { startStunServer } from '../support/stun-server.ts';

/** With a folder given, every screen in every look, to look through; else the documentation's. */
const isForLooking = process.env.SCREENSHOT_FOLDER !== undefined;
const DOCUMENTED = new Set(['home', 'sharing', 'watching']);
const folder = process.env.SCREENSHOT_FOLDER ?? path.join(repositoryRoot, 'docs/images');
const looks = isForLooking
  ? (['en', 'ko'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        ([1280, 360] as const).map((width) => ({ language, theme, width })),
      ),
    )
  : [{ language: 'en', theme: 'light', width: 1280 } as const];

const words = {
  en: {
    share: 'Share your screen',
    code: 'Code or link',
    name: 'Your name',
    join: 'Join',
    allow: 'Allow',
    pause: 'Pause',
    leave: 'Leave',
    stop: 'Stop sharing',
    check: 'Check the connection',
    copyReport: 'Copy report',
    back: 'Back to start',
    settings: 'Settings',
    settled: 'never your picture',
    path: 'How the picture travels',
    quality: 'How the picture fares',
  },
  ko: {
    share: '화면 공유하기',
    code: '코드 또는 링크',
    name: '내 이름',
    join: '참여하기',
    allow: '허용',
    pause: '일시정지',
    leave: '나가기',
    stop: '공유 중지',
    check: '연결 점검하기',
    copyReport: '점검 결과 복사',
    back: '처음으로',
    settings: '설정',
    settled: '화면은 볼 수 없어요',
    path: '화면이 전달되는 길',
    quality: '화면 상태',
  },
} as const;

async function openPage(browser: Browser, look: (typeof looks)[number]): Promise<Page> {
  const context = await browser.newContext({
    locale: look.language === 'ko' ? 'ko-KR' : 'en-GB',
    colorScheme: look.theme,
    viewport: { width: look.width, height: look.width === 360 ? 720 : 800 },
  });
  return context.newPage();
}

for (const look of looks) {
  const suffix = looks.length === 1 ? '' : `-${look.language}-${look.theme}-${look.width}`;
  test(`every screen${suffix}`, async ({ presenterBrowser, viewerBrowser }) => {
    const stunServers = [await startStunServer(), await startStunServer()] as const;
    const service = await startSignalingService([
      ...['--public-url', 'https://share.example.org'],
      ...['--stun', `stun:127.0.0.1:${stunServers[0].port}`],
      ...['--stun', `stun:localhost:${stunServers[1].port}`],
    ]);
    const text = words[look.language];
    const stamp = await openStampWindow(11, PLACES.upper);
    const presenter = await openPage(presenterBrowser, look);
    const viewer = await openPage(viewerBrowser, look);
    const take = async (page: Page, name: string, fullPage = false) => {
      const file = path.join(folder, `${name}${suffix}.png`);
      if (isForLooking || DOCUMENTED.has(name)) await page.screenshot({ path: file, fullPage });
    };
    const takeWhole = (page: Page, name: string) => take(page, name, true);
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

    await presenter.goto(service.origin);
    await take(presenter, 'home');
    if (isForLooking) {
      await button(presenter, text.settings).click();
      await expect(presenter.getByRole('dialog').getByText(text.settled)).toBeVisible();
      await take(presenter, 'settings');
      await presenter.keyboard.press('Escape');
      await button(presenter, text.check).click();
      await take(presenter, 'checking');
      await expect(button(presenter, text.copyReport)).toBeVisible();
      await takeWhole(presenter, 'checked');
      await button(presenter, text.back).click();
    }
    await button(presenter, text.share).click();
    const code = await presenter.getByTestId('invite-code').textContent();
    await take(presenter, 'invite');

    await viewer.goto(service.origin);
    await viewer.getByLabel(text.code, { exact: true }).fill('hello');
    await button(viewer, text.join).click();
    await take(viewer, 'home-problem');
    await viewer.getByLabel(text.code, { exact: true }).fill(code ?? '');
    await viewer
      .getByLabel(text.name, { exact: true })
      .fill(look.language === 'ko' ? '민아' : 'Mina');
    await button(viewer, text.join).click();
    await expect(button(presenter, text.allow)).toBeVisible();
    await take(presenter, 'asking');
    await take(viewer, 'waiting');
    await button(presenter, text.allow).click();
    const video = viewer.locator('video');
    await expect
      .poll(() => video.evaluate((element) => (element as HTMLVideoElement).videoWidth))
      .toBeGreaterThan(0);
    const badgeOn = (page: Page) => page.getByRole('button', { name: text.path }).first();
    await expect(badgeOn(viewer)).toBeVisible();
    await expect(badgeOn(presenter)).toBeVisible();
    await take(viewer, 'watching');
    await take(presenter, 'sharing');
    await badgeOn(viewer).click();
    await take(viewer, 'watching-path');
    await badgeOn(viewer).click();
    await badgeOn(presenter).click();
    await takeWhole(presenter, 'sharing-path');
    await badgeOn(presenter).click();
    if (isForLooking) {
      for (const [page, name] of [
        [viewer, 'watching-quality'],
        [presenter, 'sharing-quality'],
      ] as const) {
        const quality = page.getByRole('button', { name: text.quality });
        await quality.click();
        await takeWhole(page, name);
        await quality.click();
      }
    }
    await button(presenter, text.pause).click();
    await expect(video).toBeHidden();
    await take(viewer, 'paused');
    await take(presenter, 'sharing-paused');
    await service.kill();
    await expect(presenter.locator('.notice').first()).toBeVisible();
    await take(presenter, 'server-away');
    await button(presenter, text.stop).click();
    await expect(video).toHaveCount(0);
    await take(viewer, 'ended');
    if (isForLooking) {
      await button(presenter, text.back).click();
      await button(presenter, text.share).click();
      await expect(button(presenter, text.check)).toBeVisible();
      await take(presenter, 'unreachable');
      await button(presenter, text.check).click();
      await expect(button(presenter, text.copyReport)).toBeVisible({ timeout: 40_000 });
      await takeWhole(presenter, 'checked-trouble');
    }
    await presenter.context().close();
    await viewer.context().close();
    await stamp.close();
    await service.close();
    for (const server of stunServers) server.close();
  });
}
