import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startServiceForApps } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { settingsOn } from '../support/settings-page.ts';

const DESKTOP = { tag: '@desktop' };
const settingsFile = (userFolder: string) => path.join(userFolder, 'settings.json');

test(
  'what was chosen is there, and in effect, when the app starts again',
  DESKTOP,
  async ({ openDesktop, userFolder }) => {
    const service = await startServiceForApps();
    const env = { XDG_CONFIG_HOME: path.join(userFolder, 'config') };
    const first = await openDesktop({ userFolder, env });
    const settings = settingsOn(first.page);
    await settings.open();
    await settings.name.fill(' Ada ');
    await settings.server.fill(`${service.origin.replace('http', 'ws')}/ws`);
    await expect(settings.dialog.getByText(/answers: Sightline \d+\.\d+\.\d+/)).toBeVisible();
    await settings.server.press('Enter');
    await expect(settings.server).toHaveValue(service.origin);
    await settings.addServer('turn:127.0.0.1:9', { name: 'ada', password: 's3cret' });
    await settings.record('Pause and resume', 'Control+Shift+F7');
    await settings.shortcut('Stop sharing').getByRole('button', { name: 'Clear' }).click();
    await settings.quality.selectOption('Smooth motion');
    await settings.switchOf('Show my shares to people nearby').setChecked(false);
    await settings.switchOf('Open when I log in').setChecked(true);
    await settings.switchOf('Start minimised').setChecked(true);
    await settings.choose('Look', 'Dark');
    await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await settings.choose('Language', '한국어');
    await expect(first.page.getByRole('dialog', { name: '설정' })).toBeVisible();
    await first.close();

    expect(JSON.parse(await readFile(settingsFile(userFolder), 'utf8'))).toEqual({
      version: 1,
      name: 'Ada',
      language: 'ko',
      theme: 'dark',
      serverUrl: service.origin,
      iceServers: [{ url: 'turn:127.0.0.1:9', username: 'ada', credential: 's3cret' }],
      path: 'any',
      quality: 'smooth-motion',
      shortcuts: { pause: 'CommandOrControl+Shift+F7', stop: null },
      isVisibleNearby: false,
      startMinimised: true,
      openAtLogin: true,
      updates: true,
    });
    const autostart = path.join(env.XDG_CONFIG_HOME, 'autostart/sightline.desktop');
    expect(await readFile(autostart, 'utf8')).toMatch(/^Exec=.*electron/m);

    const second = await openDesktop({ userFolder, env });
    const { electronApp, page } = second;
    const inEffect = () =>
      electronApp.evaluate(({ BrowserWindow, nativeTheme }) => ({
        theme: nativeTheme.themeSource,
        isMinimised: BrowserWindow.getAllWindows()[0]?.isMinimized(),
      }));
    await expect.poll(inEffect).toEqual({ theme: 'dark', isMinimised: true });
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Ada');

    await presenterOn(page).shareButton.click();
    await page.getByRole('radio', { name: /screen/i }).check();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const { link } = await presenterOn(page).invite();
    expect(new URL(link).origin).toBe(service.origin);
    await expect(page.getByLabel('Picture quality')).toHaveValue('smooth-motion');
    await presenterOn(page).stop();
    await page.getByRole('button', { name: 'Back to start' }).click();

    const again = settingsOn(page);
    await again.open();
    await expect(again.keysOf('Pause and resume')).toHaveText(['Ctrl', 'Shift', 'F7']);
    await expect(again.keysOf('Stop sharing')).toHaveCount(0);
    await again.switchOf('Open when I log in').setChecked(false);
    await expect.poll(() => readFile(autostart, 'utf8').catch(String)).toContain('ENOENT');
    await second.close();
    await service.close();
  },
);

test(
  'the app joins by code alone on the server that was chosen',
  DESKTOP,
  async ({ openDesktop, openPresenter, userFolder }) => {
    const service = await startServiceForApps();
    const { page } = await openDesktop({ userFolder });
    const settings = settingsOn(page);
    await settings.open();
    await settings.server.fill(service.origin);
    await settings.close();
    const presenter = await openPresenter(service.origin);
    const { code } = await presenter.share();
    await page.getByLabel('Code or link', { exact: true }).fill(code);
    await page.getByLabel('Your name', { exact: true }).fill('Ada');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(presenter.asking('Ada')).toBeVisible();
    await service.close();
  },
);

for (const { what, text, says } of [
  { what: 'broken', text: '{"version":1,"name":"Ad', says: 'Your settings could not be read' },
  { what: 'newer', text: '{"version":99}', says: 'made by a newer Sightline' },
]) {
  test(
    `a ${what} settings file is kept aside and reported`,
    DESKTOP,
    async ({ openDesktop, userFolder }) => {
      await writeFile(settingsFile(userFolder), text);
      const first = await openDesktop({ userFolder });
      const notice = first.page.getByRole('main').getByText(says);
      await expect(notice).toContainText('settings.broken-');
      const [aside = ''] = (await readdir(userFolder)).filter((name) => name.includes('.broken-'));
      await expect(notice).toContainText(aside);
      expect(await readFile(path.join(userFolder, aside), 'utf8')).toBe(text);
      await first.page.getByRole('button', { name: 'Got it' }).click();
      await expect(notice).toHaveCount(0);
      await first.close();

      const { page } = await openDesktop({ userFolder });
      await expect(presenterOn(page).shareButton).toBeVisible();
      await expect(page.getByText(says)).toHaveCount(0);
    },
  );
}

test(
  'single wrong values are reported by name, and the others count',
  DESKTOP,
  async ({ openDesktop, userFolder }) => {
    await writeFile(
      settingsFile(userFolder),
      '{"name":"Ada","theme":"pink","updates":"no","later":1}',
    );
    const { page } = await openDesktop({ userFolder });
    await expect(page.getByRole('main').getByText('made no sense')).toContainText(
      'look and updates',
    );
    await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Ada');
    await expect
      .poll(async () => JSON.parse(await readFile(settingsFile(userFolder), 'utf8')))
      .toMatchObject({ name: 'Ada', theme: 'system', updates: true, later: 1 });
  },
);
