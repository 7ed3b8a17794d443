// Builds and opens the app; without Electron or a display, the same app in the browser.
import path from 'node:path';
import { fetchElectron, findElectron } from './electron-binary.mjs';
import { installPackages } from './install.mjs';
import { handOver, root, runStep } from './step.mjs';

const args = process.argv.slice(2);
const isBrowserWanted = args.includes('--browser');
const rest = args.filter((argument) => argument !== '--browser');

installPackages();
runStep('Building', 'npm', ['run', '--silent', 'build']);

const hindrance = isBrowserWanted ? 'as asked' : missingDisplay();
const electron = hindrance ? undefined : (findElectron() ?? (await fetchElectron()));
if (electron) {
  handOver(electron, [root, ...sandboxArguments(), ...rest]);
} else {
  const reason = hindrance ?? 'Electron is not installed and cannot be fetched from here';
  console.log(`\nServing Sightline in the browser (${reason}). Open it here to share your screen.`);
  // The reader of this terminal wants the addresses, not a log.
  const quiet = rest.includes('--log-level') ? [] : ['--log-level', 'warn'];
  handOver(process.execPath, [path.join(root, 'out/signaling/cli.js'), ...quiet, ...rest]);
}

function missingDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
  return hasDisplay ? undefined : 'this machine has no display';
}

/** Chromium refuses to start its own sandbox as root. */
function sandboxArguments() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return isRoot ? ['--no-sandbox'] : [];
}
