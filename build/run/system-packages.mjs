import { existsSync } from 'node:fs';
import path from 'node:path';
import { fail, runStep } from './step.mjs';

/** What the end-to-end tests need beside npm's packages: Debian package by command. */
const packageOfCommand = {
  chromium: 'chromium',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  wmctrl: 'wmctrl',
  xdotool: 'xdotool',
  xprop: 'x11-utils',
  xrandr: 'x11-xserver-utils',
  import: 'imagemagick',
};
/** Hangul must be drawn with glyphs, or a screenshot of a Korean page shows boxes. */
const KOREAN_FONT = { folder: '/usr/share/fonts/opentype/noto', package: 'fonts-noto-cjk' };

/**
 * Makes sure that the end-to-end tests find a browser and a screen: installs them on Debian or
 * Ubuntu as root; elsewhere names the one line to run.
 */
export function installSystemPackages() {
  if (process.platform !== 'linux') {
    runStep('Installing Chromium', 'npm', ['exec', '--', 'playwright', 'install', 'chromium']);
    return;
  }
  const missing = new Set(
    Object.entries(packageOfCommand)
      .filter(([command]) => !isOnPath(command))
      .map(([, name]) => name),
  );
  if (!existsSync(KOREAN_FONT.folder)) missing.add(KOREAN_FONT.package);
  if (missing.size === 0) return;

  const names = [...missing];
  const isRoot = process.getuid?.() === 0;
  if (!isOnPath('apt-get')) fail(`Please install first: ${names.join(', ')}.`);
  if (!isRoot) fail(`Please run first: sudo apt-get install -y ${names.join(' ')}`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  runStep('Updating package lists', 'apt-get', ['update', '-qq'], quiet);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  runStep(`Installing ${names.join(', ')}`, 'apt-get', install, quiet);
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, command)));
}
