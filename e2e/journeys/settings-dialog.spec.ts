import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServiceForApps } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { settingsOn } from '../support/settings-page.ts';

const DESKTOP = { tag: '@desktop' };

test(
  'the address of a server is checked while it is typed',
  DESKTOP,
  async ({ openDesktop, userFolder }) => {
    const service = await startServiceForApps();
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
  },
);

test(
  'shortcuts are recorded, refused, cleared and reset',
  DESKTOP,
  async ({ openDesktop, userFolder }) => {
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
  },
);

test(
  'what comes from elsewhere in the app is seen at once',
  DESKTOP,
  async ({ openDesktop, userFolder }) => {
    const { page, electronApp } = await openDesktop({ userFolder });
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
    await electronApp.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const state = await window?.webContents.executeJavaScript('sightlineDesktop.readSettings()');
      window?.webContents.send('settings:changed', { ...state, takenShortcuts: ['stop'] });
    });
    const stop = settingsOn(page).shortcut('Stop sharing');
    await expect(stop.getByText('Another program has taken these keys')).toBeVisible();
    expect(await change({ theme: 'pink' })).toContain('bad-arguments');
    expect(await change({ toString: 'x' })).toContain('bad-arguments');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  },
);

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
