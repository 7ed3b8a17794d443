import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, root, runStep } from './step.mjs';

const OLDEST_NODE = [20, 19];
const stampFile = path.join(root, 'node_modules/.sightline-lockfile');

/** Installs the npm packages of the lockfile, unless exactly those are there already. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    fail(
      `Sightline needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`,
    );
  }
  const lockfile = readFileSync(path.join(root, 'package-lock.json'));
  const fingerprint = createHash('sha256').update(lockfile).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) return;
  // Versions of npm that do not know package.json's `allowScripts` would run every install script.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  runStep('Installing packages', 'npm', args);
  writeFileSync(stampFile, fingerprint);
}
