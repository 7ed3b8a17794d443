import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STAND_IN_ORIGIN } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { settingsOn } from '../support/settings-page.ts';
import { startSignalingService } from '../support/signaling-service.ts';

const DESKTOP = { tag: '@desktop' };
const startService = () =>
  startSignalingService(['--no-public-stun', '--allowed-origin', STAND_IN_ORIGIN]);

let userFolder = '';
test.beforeEach(async () => {
  userFolder = await mkdtemp(path.join(tmpdir(), 'sightline-user-'));
});
test.afterEach(() => rm(userFolder, { recursive: true, force: true }));
const settingsFile = () => path.join(userFolder, 'settings.json');

test(
  'what was chosen is there, and in effect, when the app starts again',
  DESKTOP,
  async ({ openDesktop }) => {
    const service = await startService();
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

    expect(JSON.parse(await readFile(settingsFile(), 'utf8'))).toEqual({
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
  async ({ openDesktop, openPresenter }) => {
    const service = await startService();
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
  test(`a ${what} settings file is kept aside and reported`, DESKTOP, async ({ openDesktop }) => {
    await writeFile(settingsFile(), text);
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
  });
}

test(
  'single wrong values are reported by name, and the others count',
  DESKTOP,
  async ({ openDesktop }) => {
    await writeFile(settingsFile(), '{"name":"Ada","theme":"pink","updates":"no","later":1}');
    const { page } = await openDesktop({ userFolder });
    await expect(page.getByRole('main').getByText('made no sense')).toContainText(
      'look and updates',
    );
    await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Ada');
    await expect
      .poll(async () => JSON.parse(await readFile(settingsFile(), 'utf8')))
      .toMatchObject({ name: 'Ada', theme: 'system', updates: true, later: 1 });
  },
);

test('the address of a server is checked while it is typed', DESKTOP, async ({ openDesktop }) => {
  const service = await startService();
  const { host } = new URL(service.origin);
  const other = createServer((request, response) => {
    if (request.url === '/healthz') response.end('<h1>Welcome</h1>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const otherPort = (other.address() as AddressInfo).port;
  const { page } = await openDesktop({ userFolder });
  const settings = settingsOn(page);
  const status = (text: string | RegExp) => settings.dialog.getByRole('status').getByText(text);
  await settings.open();

  await settings.server.fill(host);
  await expect(status(/answers: Sightline \d/)).toBeVisible();
  await settings.server.fill(`127.0.0.1:${otherPort}`);
  await expect(status('not a Sightline server')).toBeVisible();
  await settings.server.fill('not an address');
  await expect(status('That is not an address')).toBeVisible();
  await settings.server.press('Enter');
  await expect(settings.server).toHaveValue('not an address');
  await expect(settings.server).toHaveAttribute('aria-invalid', 'true');

  await settings.server.fill(`ws://${host}/ws`);
  await settings.server.press('Enter');
  await expect(settings.server).toHaveValue(service.origin);
  await service.close();
  await settings.close();
  await settings.open();
  await expect(status('does not answer')).toBeVisible();
  other.close();
});

test('shortcuts are recorded, refused, cleared and reset', DESKTOP, async ({ openDesktop }) => {
  const { page } = await openDesktop({ userFolder });
  const settings = settingsOn(page);
  await settings.open();
  const pause = settings.keysOf('Pause and resume');
  const stop = settings.keysOf('Stop sharing');
  await expect(pause).toHaveText(['Ctrl', 'Alt', 'P']);
  await settings.record('Stop sharing', 'Control+Alt+p');
  await expect(settings.dialog.getByText('The other shortcut has these keys')).toBeVisible();
  await expect(stop).toHaveText(['Ctrl', 'Alt', 'S']);
  await settings.record('Stop sharing', 'k');
  await expect(settings.dialog.getByText('Choose a key together with')).toBeVisible();
  await settings.record('Stop sharing', 'Alt+Shift+ArrowUp');
  await expect(stop).toHaveText(['Alt', 'Shift', '↑']);
  await settings.record('Pause and resume', 'Escape');
  await expect(settings.dialog, 'Escape ends the recording, not the dialog').toBeVisible();
  await expect(pause).toHaveText(['Ctrl', 'Alt', 'P']);
  await settings.shortcut('Pause and resume').getByRole('button', { name: 'Clear' }).click();
  await expect(pause).toHaveCount(0);
  for (const name of ['Pause and resume', 'Stop sharing']) {
    await settings.shortcut(name).getByRole('button', { name: 'Default' }).click();
  }
  await expect(pause).toHaveText(['Ctrl', 'Alt', 'P']);
  await expect(stop).toHaveText(['Ctrl', 'Alt', 'S']);
  await page.keyboard.press('Escape');
  await expect(settings.dialog).toBeHidden();
});

test(
  'a change that comes from elsewhere in the app is seen at once',
  DESKTOP,
  async ({ openDesktop }) => {
    const { page } = await openDesktop({ userFolder });
    await settingsOn(page).open();
    type Api = { changeSettings(patch: object): Promise<void> };
    const change = (patch: object) =>
      page.evaluate(
        (changed) =>
          (globalThis as unknown as { sightlineDesktop: Api }).sightlineDesktop
            .changeSettings(changed)
            .then(() => 'taken', String),
        patch,
      );
    expect(await change({ theme: 'light', name: 'Bo' })).toBe('taken');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(settingsOn(page).name).toHaveValue('Bo');
    expect(await change({ theme: 'pink' })).toContain('bad-arguments');
    expect(await change({ toString: 'x' })).toContain('bad-arguments');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  },
);

test('a browser keeps its settings, shows what it can honour, and has them in every tab', async ({
  service,
  openViewer,
}) => {
  const { page } = await openViewer();
  await page.goto(service.origin);
  const settings = settingsOn(page);
  await settings.open();
  await expect(settings.server).toHaveCount(0);
  await expect(settings.dialog.getByRole('switch')).toHaveCount(0);
  await expect(settings.dialog.getByRole('heading', { name: 'Shortcuts' })).toHaveCount(0);
  await settings.name.fill('Ada');
  await settings.choose('Look', 'Dark');
  await settings.close();
  await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Ada');

  const tab = await page.context().newPage();
  await tab.goto(service.origin);
  await expect(tab.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settingsOn(tab).open();
  await settingsOn(tab).choose('Look', 'Light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a browser goes on with what earlier versions kept', async ({ service, openViewer }) => {
  const { page } = await openViewer();
  await page.goto(service.origin);
  await page.evaluate(() => {
    localStorage.clear();
    localStorage.setItem('sightline.name', 'Mina');
    localStorage.setItem('sightline.language', 'ko');
    localStorage.setItem('sightline.path', 'lan-only');
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByLabel('내 이름', { exact: true })).toHaveValue('Mina');
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await expect(page.getByRole('radio', { name: '내부 네트워크만' })).toBeChecked();
});

test('a viewer connects with servers of its own beside those of the service', async ({
  presenter,
  openViewer,
  service,
  stamp,
}) => {
  const { code } = await presenter.share();
  const viewer = await openViewer();
  const { page } = viewer;
  await page.goto(service.origin);
  const settings = settingsOn(page);
  await settings.open();
  await settings.addServer('relay.example.org:3478');
  await expect(settings.dialog.getByText('Say what kind of server it is')).toBeVisible();
  await settings.dialog.getByLabel('Address', { exact: true }).fill('turn:127.0.0.1:9');
  await settings.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(settings.dialog.getByText('A relay needs a user name.')).toBeVisible();
  await settings.dialog.getByLabel('User name', { exact: true }).fill('ada');
  await settings.dialog.getByLabel('Password', { exact: true }).fill('s3cret');
  await settings.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await settings.addServer('stun:127.0.0.1:10');
  await settings.dialog.getByRole('button', { name: 'Edit stun:127.0.0.1:10' }).click();
  await settings.dialog.getByLabel('Address', { exact: true }).fill('stun:127.0.0.1:11');
  await settings.dialog.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(settings.dialog.getByRole('listitem')).toContainText([
    'turn:127.0.0.1:9',
    'stun:127.0.0.1:11',
  ]);
  await settings.close();
  await viewer.joinFromHome(code, 'Mina');
  await presenter.allow();
  await viewer.expectLivePicture(stamp.id);
  const servers = await page.evaluate(() =>
    (globalThis as unknown as { rtcConnections: RTCPeerConnection[] }).rtcConnections.flatMap(
      (connection) => connection.getConfiguration().iceServers ?? [],
    ),
  );
  expect(servers).toContainEqual(
    expect.objectContaining({ urls: ['turn:127.0.0.1:9'], username: 'ada', credential: 's3cret' }),
  );
  expect(servers).toContainEqual(expect.objectContaining({ urls: ['stun:127.0.0.1:11'] }));
});
