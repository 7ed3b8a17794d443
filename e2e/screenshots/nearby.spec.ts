import path from 'node:path';
import type { Page } from '@playwright/test';
import type { DesktopApi } from '../../preload/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../preload/settings.ts';
import { expect, test } from '../support/journey.ts';
import { startSignalingService } from '../support/signaling-service.ts';

const folder = process.env.SCREENSHOT_FOLDER;
test.skip(folder === undefined, 'to look through: SCREENSHOT_FOLDER names where they go');

const words = {
  en: { nearby: 'Nearby', share: 'Share your screen', choose: 'Share', trouble: 'Can nobody' },
  ko: { nearby: '같은 네트워크', share: '화면 공유하기', choose: '공유', trouble: '아무도' },
} as const;
const names = { en: ['Mina Park', 'Jun', 'Ada'], ko: ['박민아', '준', '에이다'] } as const;
const looks = (['en', 'ko'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1280, 360] as const).map((width) => ({ language, theme, width })),
  ),
);

type Pretence = { readonly socketUrl: string; readonly settings: Settings };
type Told = { tell(channel: string, value: unknown): void; end(outcome: unknown): void };

/** Stands where the preload script would be, with a local network in the picture's hands. */
function pretendDesktop({ socketUrl, settings }: Pretence): void {
  const listeners = new Map<string, (value: unknown) => void>();
  let end: (outcome: unknown) => void = () => {};
  const on = (channel: string) => (listener: (value: never) => void) => {
    listeners.set(channel, listener as (value: unknown) => void);
    return () => void listeners.delete(channel);
  };
  const networks = [
    { interfaceName: 'wlp3s0', address: '192.168.1.24', subnet: '192.168.1.0/24' },
    { interfaceName: 'enp0s31f6', address: '10.20.0.7', subnet: '10.20.0.0/16' },
  ];
  const source = {
    ...{ id: 'screen:0:0', kind: 'screen' as const, name: 'Screen 1', thumbnail: '' },
    ...{ label: '', size: null, isOwn: true },
  };
  const nothing = async () => {};
  const api: DesktopApi = {
    describeApp: async () => ({ version: '0', platform: 'linux', languages: [] }),
    signalingAddress: async () => ({ status: 'listening', socketUrl }),
    watchSources: async () => ({ status: 'listed', sources: [source], soundProblem: null }),
    unwatchSources: async () => {},
    chooseSource: async () => {},
    takeStill: async () => null,
    ...{ openCaptureSettings: nothing, askScreenAccess: nothing },
    readSettings: async () => ({ settings, troubles: [], takenShortcuts: [] }),
    ...{ changeSettings: nothing, dismissSettingsTroubles: nothing },
    checkServer: async () => ({ outcome: 'unreachable' }),
    currentUpdate: async () => ({ status: 'none' }),
    ...{ restartForUpdate: nothing, putOffUpdate: nothing, openDownloads: nothing },
    takeLink: async () => null,
    ...{ reportShare: nothing, showBar: nothing },
    onSettingsChanged: on('settings'),
    onUpdateChanged: on('update'),
    onLinkOpened: on('link'),
    onSourceLost: on('lost'),
    onShareCommand: on('command'),
    onShortcutsChanged: on('shortcuts'),
    onSourcesChanged: on('sources'),
    watchNearby: async () => ({ status: 'looking', shares: [] }),
    unwatchNearby: async () => {},
    knockNearby: () => new Promise((resolve) => (end = resolve as typeof end)),
    cancelNearby: async () => {},
    openNearby: async ({ name }) => ({
      visibility: 'visible',
      name: name || 'office-laptop',
      networks,
      port: Number(new URL(socketUrl).port),
      program: '/opt/Sightline/sightline',
    }),
    closeNearby: async () => {},
    answerNearby: async () => {},
    onNearbyChanged: on('changed'),
    onNearbyStanding: on('standing'),
    onNearbyKnocked: on('knocked'),
    onNearbyWithdrawn: on('withdrawn'),
  };
  const told: Told = {
    tell: (channel, value) => listeners.get(channel)?.(value),
    end: (outcome) => end(outcome),
  };
  Object.assign(window, { sightlineDesktop: api, told });
}

const tell = (page: Page, channel: string, value: unknown) =>
  page.evaluate(
    ([to, what]) => (window as unknown as { told: Told }).told.tell(to as string, what),
    [channel, value],
  );

for (const { language, theme, width } of looks) {
  const suffix = `${language}-${theme}-${width}`;
  test(`nearby-${suffix}`, async ({ presenterBrowser }) => {
    const service = await startSignalingService(['--no-public-stun']);
    const context = await presenterBrowser.newContext({
      locale: language === 'ko' ? 'ko-KR' : 'en-GB',
      colorScheme: theme,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    await page.addInitScript(pretendDesktop, {
      socketUrl: `${service.origin.replace('http', 'ws')}/ws`,
      settings: DEFAULT_SETTINGS,
    });
    await page.goto(service.origin);
    const text = words[language];
    const card = page.getByRole('region', { name: text.nearby });
    const take = (name: string) =>
      page.screenshot({ path: path.join(folder ?? '', `${name}-${suffix}.png`), fullPage: true });
    const share = (index: number, hasNetworks: boolean) => ({
      id: String(index).repeat(32),
      name: names[language][index],
      computer: ['minas-laptop', 'jun-desktop', 'reception-mac-mini-2nd-floor'][index],
      networks: hasNetworks
        ? [{ interfaceName: index === 1 ? 'enp0s31f6' : 'wlp3s0', subnet: '192.168.1.0/24' }]
        : [],
    });
    const list = (...shares: object[]) => tell(page, 'changed', { status: 'looking', shares });

    await expect(card).toBeVisible();
    await take('home-empty');
    await list(share(0, false));
    await take('home-one');
    await list(share(0, true), share(1, true), share(2, true));
    await take('home-three');
    await card.getByRole('listitem').first().getByRole('button').click();
    await take('home-waiting');
    await page.evaluate(() =>
      (window as unknown as { told: Told }).told.end({ status: 'unreachable' }),
    );
    await expect(card.locator('.field-error')).toBeVisible();
    await take('home-unreachable');
    await tell(page, 'changed', { status: 'unavailable', reason: 'blocked' });
    await take('home-blocked');

    await page.getByRole('button', { name: text.share, exact: true }).click();
    await page.getByRole('radio').check();
    await page.getByRole('button', { name: text.choose, exact: true }).click();
    await expect(page.getByTestId('invite-link')).toBeVisible();
    await take('offer');
    await page.getByText(text.trouble).click();
    await tell(page, 'knocked', {
      knockId: '7'.repeat(32),
      shareId: 'a'.repeat(32),
      displayName: names[language][0],
      publicKey: '9'.repeat(64),
      address: '192.168.1.37',
      origin: 'http://192.168.1.24:8787',
    });
    await expect(page.locator('.requests')).toBeVisible();
    await take('request');
    await context.close();
    await service.close();
  });
}
