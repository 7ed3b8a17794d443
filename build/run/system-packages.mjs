import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fail, runStep } from './step.mjs';

/** What the tests need beside npm's packages: Debian package by command. */
const packageOfCommand = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  wmctrl: 'wmctrl',
  xdotool: 'xdotool',
  xprop: 'x11-utils',
  xrandr: 'x11-xserver-utils',
  import: 'imagemagick',
  caddy: 'caddy',
  haproxy: 'haproxy',
  openssl: 'openssl',
  turnserver: 'coturn',
};
/** Hangul must be drawn with glyphs, or a screenshot of a Korean page shows boxes. */
const KOREAN_FONT = { folder: '/usr/share/fonts/opentype/noto', package: 'fonts-noto-cjk' };

/**
 * Makes sure that the end-to-end tests find a browser and a screen: installs them on Debian or
 * Ubuntu as root; elsewhere names the one line to run.
 */
export function installSystemPackages() {
  if (process.platform !== 'linux') return installPlaywrightChromium();
  const missing = new Set(
    Object.entries(packageOfCommand)
      .filter(([command]) => !isOnPath(command))
      .map(([, name]) => name),
  );
  if (!existsSync(KOREAN_FONT.folder)) missing.add(KOREAN_FONT.package);
  // Ubuntu's package of that name only points to a snap, which cannot run under a test's control.
  const isOnUbuntu = /^ID=ubuntu$/m.test(readIfThere('/etc/os-release'));
  if (!isOnUbuntu && !isOnPath('chromium')) missing.add('chromium');
  if (missing.size > 0) installWithApt([...missing]);
  if (isOnUbuntu && !isOnPath('chromium')) installPlaywrightChromium();
}

function installPlaywrightChromium() {
  runStep('Installing Chromium', 'npm', ['exec', '--', 'playwright', 'install', 'chromium']);
}

/** @param {string[]} names */
function installWithApt(names) {
  if (!isOnPath('apt-get')) fail(`Please install first: ${names.join(', ')}.`);
  if (process.getuid?.() !== 0) {
    fail(`Please run first: sudo apt-get install -y ${names.join(' ')}`);
  }
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  runStep('Updating package lists', 'apt-get', ['update', '-qq'], quiet);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  runStep(`Installing ${names.join(', ')}`, 'apt-get', install, quiet);
}

/** @param {string} command */
function isOnPath(command) {
  // Where servers are, and where not everybody's PATH leads.
  return [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'].some((folder) =>
    existsSync(path.join(folder, command)),
  );
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
