import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  certutil: 'libnss3-tools',
  conntrack: 'conntrack',
  ip: 'iproute2',
  nft: 'nftables',
  sysctl: 'procps',
  '7za': 'p7zip-full',
  'dpkg-deb': 'dpkg',
};
/** Only root opens networks, and these do not concern anybody else. */
const FOR_NETWORK_LAB = ['certutil', 'conntrack', 'ip', 'nft', 'sysctl'];
/** Hangul must be drawn with glyphs, or a screenshot of a Korean page shows boxes. */
const KOREAN_FONT = { folder: '/usr/share/fonts/opentype/noto', package: 'fonts-noto-cjk' };

const isRoot = process.getuid?.() === 0;
/** Debian asks it whether an installed server may be started; these are for the tests alone. */
const START_POLICY = '/usr/sbin/policy-rc.d';

/**
 * Makes sure that the end-to-end tests find a browser and a screen: installs them on Debian or
 * Ubuntu as root; elsewhere names the one line to run.
 */
export function installSystemPackages() {
  if (process.platform !== 'linux') return installPlaywrightChromium();
  const missing = new Set(
    Object.entries(packageOfCommand)
      .filter(([command]) => !isOnPath(command) && (isRoot || !FOR_NETWORK_LAB.includes(command)))
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
  if (!isRoot) {
    fail(`Please run first: sudo apt-get install -y ${names.join(' ')}`);
  }
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  runStep('Updating package lists', 'apt-get', ['update', '-qq'], quiet);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  if (!existsSync(START_POLICY)) {
    writeFileSync(START_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    process.once('exit', () => rmSync(START_POLICY, { force: true }));
  }
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
