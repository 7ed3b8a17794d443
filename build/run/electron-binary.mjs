import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './step.mjs';

const REACH_TIMEOUT_MS = 4_000;
const FETCH_TIMEOUT_MS = 5 * 60_000;
const packageFolder = path.join(root, 'node_modules/electron');

/**
 * The installed Electron program, or `undefined`. Never downloads.
 * @returns {string | undefined}
 */
export function findElectron() {
  const pathFile = path.join(packageFolder, 'path.txt');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
    return firstExisting([path.join(override, name)]);
  }
  if (!existsSync(pathFile)) return undefined;
  return firstExisting([path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim())]);
}

/**
 * Fetches Electron's program the official way, after making sure that its host answers at all.
 * @returns {Promise<string | undefined>} the program, or `undefined` where it cannot be had
 */
export async function fetchElectron() {
  const host = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases';
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
  } catch {
    return undefined;
  }
  console.log('\n> Fetching Electron');
  spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], {
    cwd: root,
    stdio: 'inherit',
    timeout: FETCH_TIMEOUT_MS,
  });
  return findElectron();
}

/** @param {string[]} candidates */
function firstExisting(candidates) {
  return candidates.find((candidate) => existsSync(candidate));
}
