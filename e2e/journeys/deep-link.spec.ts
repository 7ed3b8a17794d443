import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { type DesktopApp, desktopArguments, electronProgram } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { presenterOn } from '../support/presenter-page.ts';
import { shareSource } from '../support/source-gallery.ts';
import { viewerOn } from '../support/viewer-page.ts';

const DESKTOP = { tag: '@desktop' };
const ELSEWHERE = 'http://127.0.0.1:9';

const linkOf = (code: string, server: string) =>
  `sightline://join/${code}?server=${encodeURIComponent(server)}`;
const question = (page: Page) => page.getByRole('heading', { name: 'Join this share?' });
const serverOn = (page: Page) => page.getByTestId('invited-server');
const refusal = (page: Page) => page.getByRole('heading', { name: 'This link was not opened' });

/** As the system starts the app for a link while it runs. */
async function startAgainWith({ userFolder }: DesktopApp, link: string) {
  const second = spawn(electronProgram, [...desktopArguments(userFolder), '--', link], {
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
}

/** Addresses this page opens sockets to from now on. */
function socketsOf(page: Page): string[] {
  const opened: string[] = [];
  page.on('websocket', (socket) => opened.push(socket.url()));
  return opened;
}

test(
  'an invite that starts the app is shown with its server, and joined after a click only',
  DESKTOP,
  async ({ stamp, openDesktop }) => {
    const sharing = await openDesktop();
    const { presenter, code, link } = await shareSource(sharing.page, 'Screens', /screen/i);
    const { origin } = new URL(link);
    const { page } = await openDesktop({ more: [linkOf(code, origin)] });
    const sockets = socketsOf(page);
    await expect(question(page)).toBeFocused();
    await expect(serverOn(page)).toHaveText(origin);
    await expect(page.getByTestId('invited-code')).toHaveText(code);
    expect(sockets, 'nothing is sent to anybody').toEqual([]);
    await expect(presenter.asking('Ada')).toHaveCount(0);

    await page.getByLabel('Your name', { exact: true }).fill('Ada');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(presenter.asking('Ada')).toBeVisible();
    await presenter.allow();
    await viewerOn(page).expectLivePicture(stamp.id);
    expect(new Set(sockets.map((address) => new URL(address).host))).toEqual(
      new Set([new URL(origin).host]),
    );
  },
);

test(
  'an invite that comes to the running app shows its window, and the newest one counts',
  DESKTOP,
  async ({ openDesktop }) => {
    const app = await openDesktop();
    const { electronApp, page } = app;
    await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await startAgainWith(app, linkOf('ABCDE-12345', ELSEWHERE));
    await expect(serverOn(page)).toHaveText(ELSEWHERE);
    expect(
      await electronApp.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    ).toEqual([false]);

    // As macOS hands it over.
    await electronApp.evaluate(
      ({ app: running }, later) => {
        running.emit('open-url', { preventDefault() {} }, later);
      },
      linkOf('ABCDE-12345', 'https://share.example.org'),
    );
    await expect(serverOn(page)).toHaveText('https://share.example.org');
    await page.getByRole('button', { name: 'Not now', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
    await expect(question(page), 'a link is shown once').toHaveCount(0);
  },
);

test('hostile links open nothing and are told so', DESKTOP, async ({ openDesktop }) => {
  const { electronApp, page } = await openDesktop({ more: ['sightline://share/now'] });
  const sockets = socketsOf(page);
  await expect(refusal(page)).toBeVisible();
  const before = page.url();
  for (const [link, sentence] of [
    ['sightline://approve/everybody', 'It asks for something Sightline does not do by link.'],
    ['sightline://join/', 'It holds no valid code.'],
    ['sightline://join/ABCDE-12345', 'It does not say clearly which server'],
    [linkOf('ABCDE-12345', 'javascript:alert(1)'), 'It does not say clearly which server'],
    [linkOf('ABCDE-12345', 'https://a.example@b.example'), 'It does not say clearly which server'],
    [
      `sightline://join/<img src=x onerror=alert(1)>?server=${ELSEWHERE}`,
      'It is no Sightline link',
    ],
    [`sightline:${'x'.repeat(100_000)}`, 'It is no Sightline link'],
  ] as const) {
    await electronApp.evaluate(({ app }, hostile) => {
      app.emit('open-url', { preventDefault() {} }, hostile);
    }, link);
    await expect(page.getByRole('main').getByText(sentence)).toBeVisible();
  }
  expect(sockets).toEqual([]);
  expect(page.url()).toBe(before);
  await page.getByRole('button', { name: 'Back to start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
});

test(
  'a link in mid-share disturbs nothing and waits',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const app = await openDesktop();
    const { presenter, link } = await shareSource(app.page, 'Screens', /screen/i);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await presenter.allow();
    await startAgainWith(app, linkOf('ABCDE-12345', ELSEWHERE));
    const banner = app.page.getByRole('paragraph').filter({ hasText: 'is waiting.' });
    await expect(banner).toContainText(`An invite on ${ELSEWHERE}`);
    await viewer.expectLivePicture(stamp.id);
    await expect(presenter.stopButton).toBeVisible();
    await presenter.stop();
    await expect(serverOn(app.page)).toHaveText(ELSEWHERE);
  },
);

test(
  'the link page of a browser offers the app, and asks no longer once it is taken',
  DESKTOP,
  async ({ stamp, openDesktop, openViewer }) => {
    const sharing = await openDesktop();
    const { presenter, link } = await shareSource(sharing.page, 'Screens', /screen/i);
    const viewer = await openViewer();
    await viewer.page.goto(link);
    await expect(presenter.asking('Guest')).toBeVisible();
    const offer = viewer.page.getByRole('link', { name: 'Open in the app', exact: true });
    const appLink = await offer.getAttribute('href');
    await offer.click();
    await expect(viewer.heading('Continue in the app')).toBeVisible();
    await expect(presenter.asking('Guest')).toHaveCount(0);

    const { page } = await openDesktop({ more: [appLink ?? ''] });
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(presenterOn(sharing.page).asking('Guest')).toBeVisible();
    await presenter.allow();
    await viewerOn(page).expectLivePicture(stamp.id);
  },
);
