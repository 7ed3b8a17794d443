import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startReleaseFeed } from '../../main/updates/testing/release-feed.ts';
import { openDesktopApp } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';

const program = process.env.SIGHTLINE_PACKAGED_APP;
if (!program) throw new Error('npm run package:check says which package is meant.');

test('an AppImage offers the newer version it has fetched, and becomes it by a restart', {
  tag: '@desktop',
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-update-'));
  const wasStarted = path.join(folder, 'was-started');
  const newApp = `#!/bin/sh\necho new > '${wasStarted}'\n`;
  const feed = await startReleaseFeed({ version: '9.9.9', file: newApp });
  const appImage = path.join(folder, 'Sightline.AppImage');
  const copy = path.join(folder, 'mounted');
  await writeFile(appImage, 'the old app');
  await cp(path.dirname(program), copy, { recursive: true });
  await writeFile(
    path.join(copy, 'resources/app-update.yml'),
    `provider: generic\nurl: ${feed.origin}\nupdaterCacheDirName: sightline-updater\n`,
  );
  const { electronApp, page, close } = await openDesktopApp({
    packagedApp: path.join(copy, 'sightline'),
    env: { APPIMAGE: appImage, XDG_CACHE_HOME: path.join(folder, 'cache') },
  });
  try {
    const notice = page.getByRole('region', { name: 'New version' });
    await expect(notice).toContainText('Sightline 9.9.9 is ready.', { timeout: 30_000 });
    await page.screenshot({ path: test.info().outputPath('notice.png'), fullPage: true });
    expect(await readFile(appImage, 'utf8'), 'not unasked').toBe('the old app');

    const exited = once(electronApp.process(), 'exit');
    await notice.getByRole('button', { name: 'Restart now' }).click();
    await exited;
    expect(await readFile(appImage, 'utf8')).toBe(newApp);
    await expect.poll(() => readFile(wasStarted, 'utf8').catch(() => '')).toBe('new\n');
  } finally {
    await close().catch(() => {});
    await feed.close();
    await rm(folder, { recursive: true, force: true });
  }
});
