import { readIceUrl } from '../../preload/ice-url.ts';
import { expect, test } from '../support/journey.ts';
import { settingsOn } from '../support/settings-page.ts';

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

test('the browser takes every address of a server that the settings take', async ({
  service,
  openViewer,
}) => {
  const addresses = [
    ...['stun:stun.example.org', 'STUN:stun.example.org:3478', 'stun:stun.example.org.'],
    ...['stun:[2001:db8::1]:3478', 'stun:10.0.0.7', 'stun:a_b.example', 'stun:~x.example'],
    ...['turn:relay', 'turn:relay.example.org?transport=UDP', 'turn:[::1]?transport=tcp'],
    ...['turns:relay.example.org:443?transport=tcp', 'turns:relay.example.org?transport=udp'],
    ...['turn:r:1', 'TURNS:r:65535'],
  ];
  expect(addresses.filter((address) => readIceUrl(address).kind === 'invalid')).toEqual([]);
  const { page } = await openViewer();
  await page.goto(service.origin);
  const refused = await page.evaluate(
    (urls) =>
      urls.filter((url) => {
        try {
          const credentials = /^turn/i.test(url) ? { username: 'u', credential: 'c' } : {};
          new RTCPeerConnection({ iceServers: [{ urls: [url], ...credentials }] }).close();
          return false;
        } catch {
          return true;
        }
      }),
    addresses,
  );
  expect(refused).toEqual([]);
});
