import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { openStampWindow } from '../stamp/stamp-window.ts';
import { expect, PLACES, test } from '../support/journey.ts';
import { startSignalingService } from '../support/signaling-service.ts';

/** Every look of what the desktop app alone shows, to look through; nothing of it is documented. */
const folder = process.env.SCREENSHOT_FOLDER;
test.skip(folder === undefined, 'only with SCREENSHOT_FOLDER');

const looks = (['en', 'ko'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1280, 360] as const).map((width) => ({ language, theme, width })),
  ),
);
const words = {
  en: {
    ...{ share: 'Share your screen', windows: 'Windows', search: 'Search by title' },
    ...{ submit: 'Share', cancel: 'Cancel', allow: 'Allow', instead: 'Show something else' },
    ...{ gone: 'What you shared is gone', app: 'Open in the app' },
  },
  ko: {
    ...{ share: '화면 공유하기', windows: '창', search: '제목으로 찾기' },
    ...{ submit: '공유', cancel: '취소', allow: '허용', instead: '다른 화면 보여 주기' },
    ...{ gone: '공유하던 화면이 사라졌어요', app: '앱에서 열기' },
  },
} as const;

type Shown = {
  listing: object;
  link: object | null;
  tell: { sources?: (listing: object) => void; lost?: () => void; link?: () => void };
};

/** A page with the desktop app's surroundings, all of them in the test's hands. */
async function openPage(browser: Browser, look: (typeof looks)[number], socketUrl: string | null) {
  const context = await browser.newContext({
    locale: look.language === 'ko' ? 'ko-KR' : 'en-GB',
    colorScheme: look.theme,
    viewport: { width: look.width, height: look.width === 360 ? 720 : 800 },
  });
  const page = await context.newPage();
  if (socketUrl === null) return page;
  await page.addInitScript((address) => {
    const picture = (hue: number, text: string) => {
      const canvas = new OffscreenCanvas(320, 200);
      const draw = canvas.getContext('2d');
      if (!draw) return '';
      draw.fillStyle = `hsl(${hue} 40% 92%)`;
      draw.fillRect(0, 0, 320, 200);
      draw.fillStyle = `hsl(${hue} 50% 40%)`;
      draw.fillRect(0, 0, 320, 22);
      for (let line = 0; line < 9; line += 1)
        draw.fillRect(16, 40 + line * 16, 120 + text.length, 6);
      const pixels = draw.getImageData(0, 0, 320, 200);
      const page = document.createElement('canvas');
      page.width = 320;
      page.height = 200;
      page.getContext('2d')?.putImageData(pixels, 0, 0);
      return page.toDataURL();
    };
    const titles = [
      ...[
        'main.ts — sightline — Editor',
        'Quarterly figures.xlsx',
        'Résumé – Writer',
        'Inbox (12)',
      ],
      ...[
        '한글 문서.hwp',
        'Terminal',
        'A very long window title that nobody would ever read to its end',
      ],
      ...['Design review', '회의록 – 메모', 'Player', 'Files', ''],
    ];
    const listing = {
      status: 'listed',
      soundProblem: null,
      sources: [
        ...[1, 2].map((number) => ({
          ...{ id: `screen:${number}:0`, kind: 'screen', name: `Screen ${number}` },
          ...{ label: number === 1 ? 'Built-in Display' : 'DELL U2720Q', isOwn: number === 1 },
          size: number === 1 ? { width: 2_880, height: 1_800 } : { width: 3_840, height: 2_160 },
          thumbnail: picture(number * 90, 'screen'),
        })),
        ...titles.map((name, at) => ({
          ...{ id: `window:${at}:0`, kind: 'window', name },
          thumbnail: at === 5 ? '' : picture(at * 30, name),
          icon: at % 3 === 2 ? '' : picture(at * 30, ''),
        })),
      ],
    };
    const shown: Shown = { listing, link: null, tell: {} };
    const nothing = async () => {};
    Object.assign(window, {
      shown,
      sightlineDesktop: {
        describeApp: async () => ({ version: '0', platform: 'linux', languages: [] }),
        signalingAddress: async () => ({ status: 'listening', socketUrl: address }),
        watchSources: async () => shown.listing,
        ...{ unwatchSources: nothing, chooseSource: nothing, askScreenAccess: nothing },
        ...{ takeStill: async () => null, openCaptureSettings: nothing },
        takeLink: async () => shown.link,
        onLinkOpened: (listener: () => void) => {
          shown.tell.link = listener;
          return () => {};
        },
        onSourceLost: (listener: () => void) => {
          shown.tell.lost = listener;
          return () => {};
        },
        onSourcesChanged: (listener: (listing: object) => void) => {
          shown.tell.sources = listener;
          return () => {};
        },
      },
    });
  }, socketUrl);
  return page;
}

const change = (page: Page, next: Partial<Shown>) =>
  page.evaluate((given) => {
    const { shown } = window as unknown as { shown: Shown };
    Object.assign(shown, given);
    shown.tell.link?.();
    shown.tell.sources?.(shown.listing);
  }, next);

for (const look of looks) {
  const suffix = `${look.language}-${look.theme}-${look.width}`;
  test(`what only the app shows ${suffix}`, async ({ presenterBrowser, viewerBrowser }) => {
    const service = await startSignalingService(['--no-public-stun']);
    const text = words[look.language];
    const stamp = await openStampWindow(11, PLACES.upper);
    const socketUrl = `${service.origin.replace('http', 'ws')}/ws`;
    const page = await openPage(presenterBrowser, look, socketUrl);
    const viewer = await openPage(viewerBrowser, look, null);
    const take = (of: Page, name: string, fullPage = false) =>
      of.screenshot({ path: path.join(folder ?? '', `${name}-${suffix}.png`), fullPage });
    const button = (of: Page, name: string) => of.getByRole('button', { name, exact: true });
    const invite = { status: 'invite', code: 'ABCDE12345', origin: 'https://share.example.org' };

    await page.goto(service.origin);
    await button(page, text.share).click();
    await expect(page.getByRole('radio').first()).toBeVisible();
    const listed = await page.evaluate(() => (window as unknown as { shown: Shown }).shown.listing);
    await page.getByRole('radio').nth(1).check();
    await take(page, 'picker-screens');
    await page.getByRole('tab', { name: text.windows }).click();
    await take(page, 'picker-windows');
    await page.getByRole('searchbox', { name: text.search }).fill('e');
    await take(page, 'picker-search');
    await page.getByRole('searchbox', { name: text.search }).fill('zebra');
    await take(page, 'picker-no-match');
    await page.getByRole('searchbox', { name: text.search }).fill('');
    for (const [name, listing] of Object.entries({
      'picker-greyed': { ...listed, soundProblem: 'not-on-linux' },
      'picker-none': { status: 'listed', sources: [], soundProblem: 'old-macos' },
      'picker-refused': { status: 'refused-by-system' },
      'picker-not-asked': { status: 'not-asked' },
      'picker-portal': { status: 'system-picker', picker: 'portal', sourceId: 'system-picker' },
      'picker-macos': { status: 'system-picker', picker: 'macos', sourceId: 'system-picker' },
      'picker-failed': { status: 'failed' },
    })) {
      await change(page, { listing });
      await take(page, name);
    }
    await button(page, text.cancel).click();
    await change(page, { listing: listed, link: invite });
    await expect(page.getByTestId('invited-code')).toBeVisible();
    await take(page, 'invited');
    await change(page, { link: { status: 'refused', problem: 'no-server' } });
    await take(page, 'invited-refused');
    await page.getByRole('main').getByRole('button').click();
    await change(page, { link: null });

    await button(page, text.share).click();
    await page.getByRole('radio').first().check();
    await button(page, text.submit).click();
    await viewer.goto((await page.getByTestId('invite-link').textContent()) ?? '');
    await expect(viewer.getByRole('link', { name: text.app })).toBeVisible();
    await take(viewer, 'waiting-with-app');
    await button(page, text.allow).click();
    const video = viewer.locator('video');
    await expect
      .poll(() => video.evaluate((element) => (element as HTMLVideoElement).videoWidth))
      .toBeGreaterThan(0);
    await take(page, 'sharing-switch');
    await button(page, text.instead).click();
    await expect(page.getByRole('radio').first()).toBeVisible();
    await take(page, 'switching');
    await change(page, { link: invite });
    await take(page, 'switching-with-link');
    await button(page, text.cancel).click();
    await page.evaluate(() => (window as unknown as { shown: Shown }).shown.tell.lost?.());
    await expect(page.getByRole('heading', { name: text.gone })).toBeVisible();
    await take(page, 'source-gone', true);
    await expect(video).toBeHidden();
    await take(viewer, 'source-gone-viewer');
    await page.context().close();
    await viewer.context().close();
    await stamp.close();
    await service.close();
  });
}
