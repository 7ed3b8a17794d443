import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUpdater } from './library-updater.ts';
import { NodeHttpExecutor } from './testing/node-http-executor.ts';
import { startReleaseFeed } from './testing/release-feed.ts';

const silent = { info: () => {}, warn: () => {} };
let folder: string;
let feed: Awaited<ReturnType<typeof startReleaseFeed>>;
let appImage: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sightline-update-'));
  appImage = path.join(folder, 'Sightline.AppImage');
  await writeFile(appImage, 'the old app');
  process.env.APPIMAGE = appImage;
  feed = await startReleaseFeed({ version: '9.9.9', file: 'the new app' });
});
afterEach(async () => {
  delete process.env.APPIMAGE;
  await feed.close();
  await rm(folder, { recursive: true, force: true });
});

/** electron-updater itself, in this process, asking our feed. */
function openUpdater(version = '1.0.0') {
  const library = new AppImageUpdater(
    { provider: 'generic', url: feed.origin },
    {
      version,
      name: 'sightline',
      isPackaged: true,
      appUpdateConfigPath: path.join(folder, 'app-update.yml'),
      userDataPath: folder,
      baseCachePath: folder,
      whenReady: async () => {},
      relaunch: () => {},
      quit: () => {},
      onQuit: () => {},
    },
  );
  Object.assign(library, { httpExecutor: new NodeHttpExecutor() });
  library.setFeedURL({ provider: 'generic', url: feed.origin });
  Object.assign(library, {
    configOnDisk: { value: Promise.resolve({ updaterCacheDirName: 'c' }) },
  });
  return createUpdater(library, silent);
}
const fetched = () => path.join(folder, 'c/pending', feed.name);

describe('electron-updater as the app uses it', () => {
  it('finds a newer version, and fetches it when it is told to and not before', async () => {
    const updater = openUpdater();
    expect(await updater.check()).toBe('9.9.9');
    expect(feed.asked.map(({ path: asked }) => asked)).toEqual(['/latest-linux.yml']);
    await updater.download().done;
    expect(readFileSync(fetched(), 'utf8')).toBe('the new app');
    expect(readFileSync(appImage, 'utf8'), 'nothing is installed unasked').toBe('the old app');
  });

  it('finds nothing in the same version, nor in an older one', async () => {
    expect(await openUpdater('9.9.9').check()).toBeNull();
    expect(await openUpdater('10.0.0').check()).toBeNull();
  });

  it.each([
    ['other bytes', 'the bad app'],
    ['too few bytes', 'the'],
  ])('refuses a file that is not what was published: %s', async (_what, file) => {
    const updater = openUpdater();
    await updater.check();
    feed.serve(`/${feed.name}`, file);
    await expect(updater.download().done).rejects.toThrow(/checksum|size/i);
    expect(existsSync(fetched())).toBe(false);
  });

  it('can be stopped on the way', async () => {
    const updater = openUpdater();
    await updater.check();
    const { done, cancel } = updater.download();
    cancel();
    await expect(done).rejects.toThrow(/cancel/i);
    expect(existsSync(fetched())).toBe(false);
  });

  it('tells the feed nothing that would know this copy again', async () => {
    await openUpdater().check();
    const told = feed.asked.map(({ headers }) => headers['x-user-staging-id']);
    expect(told).toEqual(['none']);
  });

  it.each(['not-a-version', '9.9.9+evil', `9.9.9-${'a'.repeat(60)}`])(
    'refuses a feed that names its version %s',
    async (version) => {
      feed.serve('/latest-linux.yml', `version: ${version}\nfiles: []\npath: x\nsha512: x\n`);
      await expect(openUpdater().check()).rejects.toThrow(/version/);
    },
  );

  it.each(['', '<html>', '- 1', 'version: [', '\0'])(
    'refuses a feed that is none: %j',
    async (text) => {
      feed.serve('/latest-linux.yml', text);
      await expect(openUpdater().check()).rejects.toThrow();
    },
  );
});
