import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronProgram, isStandIn } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { printedPort, repositoryRoot } from '../support/signaling-service.ts';
import { end } from '../support/x-screen.ts';

/** `npm start` would install others in their place, for this clone too: they are one by a link. */
async function expectPackagesOfLockfile(): Promise<void> {
  const lockfile = await readFile(path.join(repositoryRoot, 'package-lock.json'));
  const fingerprint = createHash('sha256').update(lockfile).digest('hex');
  const stamp = path.join(repositoryRoot, 'node_modules/.sightline-lockfile');
  const installed = await readFile(stamp, 'utf8').catch(() => 'packages installed by hand');
  expect(installed, 'run `node build/run/test.mjs` or `npm start` first').toBe(fingerprint);
}

/** A copy of what a clone holds, with the packages already installed. */
async function copyRepository(folder: string): Promise<void> {
  await expectPackagesOfLockfile();
  const parts = ['main', 'preload', 'renderer', 'signaling', 'build'];
  const files = ['package.json', 'package-lock.json', 'tsconfig.base.json'];
  for (const part of [...parts, ...files]) {
    await cp(path.join(repositoryRoot, part), path.join(folder, part), { recursive: true });
  }
  await symlink(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'));
}

for (const { title, args, env, says } of [
  {
    title: 'without a display',
    args: [],
    env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
    says: 'this machine has no display',
  },
  { title: 'as asked for', args: ['--browser'], env: {}, says: 'as asked' },
  {
    title: 'without Electron, from a path with spaces',
    args: [],
    // A place from which nothing can be fetched, known at once.
    env: { ELECTRON_MIRROR: 'http://127.0.0.1:1/' },
    says: 'Electron is not installed and cannot be fetched from here',
  },
]) {
  test(`npm start serves the app in the browser ${title}`, async ({
    openPresenter,
    openViewer,
    stamp,
  }) => {
    test.skip(process.platform !== 'linux', 'a display can be taken away on Linux only');
    test.skip('ELECTRON_MIRROR' in env && !isStandIn, 'Electron is installed on this machine');
    const parent = await mkdtemp(path.join(tmpdir(), 'sightline start '));
    const folder = path.join(parent, 'a clone');
    await copyRepository(folder);
    const start: ChildProcess = spawn(
      process.execPath,
      ['build/run/start.mjs', ...args, '--port', '0', '--host', '127.0.0.1'],
      {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    start.stdout?.on('data', (text) => {
      printed += text;
    });
    try {
      const origin = `http://127.0.0.1:${await printedPort(start)}`;
      expect(printed).toContain(`Serving Sightline in the browser (${says})`);
      const presenter = await openPresenter(origin);
      const { link } = await presenter.share();
      const viewer = await openViewer();
      await viewer.page.goto(link);
      await presenter.allow();
      await viewer.expectLivePicture(stamp.id);
    } finally {
      await end(start);
      await rm(parent, { recursive: true, force: true });
    }
  });
}

test('npm start opens the app where Electron is installed', { tag: '@desktop' }, async () => {
  test.skip(!isStandIn, 'needs a program to put in place of the installed one');
  const userFolder = await mkdtemp(path.join(tmpdir(), 'sightline-user-'));
  const start = spawn(process.execPath, ['build/run/start.mjs', `--user-data-dir=${userFolder}`], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electronProgram),
      SIGHTLINE_HOST: '127.0.0.1',
    },
    stdio: 'ignore',
  });
  try {
    await expect
      .poll(() => execFileSync('wmctrl', ['-l'], { encoding: 'utf8' }))
      .toContain('Sightline');
  } finally {
    await end(start);
    await rm(userFolder, { recursive: true, force: true });
  }
});
