// Measures the signaling service beside others. Options: --quick, --json FILE. See bench/README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { handOver, root, runStep } from './step.mjs';

const folder = path.join(root, 'bench');
const lockfile = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
const stampFile = path.join(folder, 'node_modules/.sightline-lockfile');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== lockfile) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const install = ['ci', '--prefix', folder, '--ignore-scripts', ...quiet];
  runStep('Installing the servers to compare with', 'npm', install);
  writeFileSync(stampFile, lockfile);
}
const config = ['--logLevel', 'warn', '--config', 'build/vite.signaling.config.ts'];
runStep('Building the signaling service', 'npm', ['exec', '--', 'vite', 'build', ...config]);
handOver(process.execPath, [path.join(folder, 'signaling/main.mjs'), ...process.argv.slice(2)]);
