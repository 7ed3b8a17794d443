import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listWindows } from '../stand-in/x11/windows.ts';
import { desktopArguments, desktopEnvironment, electronProgram } from '../support/desktop-app.ts';
import { expect, test } from '../support/journey.ts';
import { livingProcesses } from '../support/process-group.ts';

const DESKTOP = { tag: '@desktop' };
/** Enough to see something pile up; `SIGHTLINE_CYCLES=50` before a release. */
const CYCLES = Number(process.env.SIGHTLINE_CYCLES ?? 10);
const CYCLE_MS = 10_000;

test.skip(process.platform !== 'linux', 'reads /proc');

/** What the app itself keeps; the browser's own profile grows as it likes. */
const filesOf = async (folder: string) =>
  (await readdir(folder)).filter((name) => name !== 'stand-in-chromium').sort();

test('starting and quitting again and again leaves nothing behind', DESKTOP, async () => {
  test.setTimeout(CYCLES * CYCLE_MS);
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-cycles-'));
  const [userFolder, temporary] = [path.join(folder, 'user'), path.join(folder, 'tmp')];
  await mkdir(userFolder);
  await mkdir(temporary);
  let kept: string[] | undefined;
  try {
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      const app = spawn(electronProgram, desktopArguments(userFolder), {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, ...desktopEnvironment, TMPDIR: temporary },
      });
      let log = '';
      app.stderr.on('data', (text: Buffer) => {
        log += String(text);
      });
      const exited = once(app, 'exit');
      await expect
        .poll(async () => (await listWindows()).map(({ title }) => title))
        .toContain('Sightline');
      const port = /"port":(\d+)/.exec(log)?.[1];
      const health = `http://127.0.0.1:${port}/healthz`;
      expect((await fetch(health)).ok).toBe(true);
      expect(livingProcesses(app.pid ?? 0), 'with its browser').toBeGreaterThan(1);
      app.kill('SIGTERM');
      expect(await exited, `cycle ${cycle}`).toEqual([0, null]);
      await expect.poll(() => livingProcesses(app.pid ?? 0), 'processes').toBe(0);
      await expect(fetch(health), 'socket').rejects.toThrow();
      expect(await readdir(temporary), 'temporary files').toEqual([]);
      kept ??= await filesOf(userFolder);
      expect(await filesOf(userFolder), 'files of the app').toEqual(kept);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
