// Packages the built app as a release would be, as far as a machine without Electron's program can,
// and checks what came out: npm run package:check. Needs `npm run build` and `build:stand-in` before.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDummyElectron } from '../packaging/dummy-electron.mjs';
import { fail, root, runStep } from './step.mjs';

const standIn = path.join(root, 'out/stand-in/electron');
if (process.platform !== 'linux') {
  console.log(
    'The packaging proof runs on Linux; elsewhere the release workflow packages for real.',
  );
  process.exit(0);
}
for (const built of ['out/main/main.js', 'out/renderer/index.html', 'out/stand-in/electron']) {
  if (!existsSync(path.join(root, built))) {
    fail(`${built} is missing. Build first: npm run build && npm run build:stand-in`);
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'sightline-package-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const { version } = createRequire(import.meta.url)('electron/package.json');
const electron = path.join(folder, 'electron');
makeDummyElectron({ folder: electron, standIn, version });

const output = path.join(folder, 'dist');
const offline = {
  CUSTOM_FPM_PATH: path.join(root, 'build/packaging/fpm-by-dpkg.mjs'),
  ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
  // Any repository will do: it decides only what the feed of updates is called inside.
  SIGHTLINE_RELEASES: 'sightline-proof/sightline',
};
runStep(
  'Packaging (folder, tar.gz, deb)',
  'npm',
  [
    ...['exec', '--', 'electron-builder', '--config', 'build/electron-builder.config.mjs'],
    ...['--linux', 'dir', 'tar.gz', 'deb', '--x64', '--publish', 'never'],
    ...[`-c.electronDist=${electron}`, `-c.directories.output=${output}`],
    '-c.compression=store',
  ],
  offline,
);

const made = {
  SIGHTLINE_PACKAGES: output,
  SIGHTLINE_PACKAGED_APP: path.join(output, 'linux-unpacked/sightline'),
};
runStep(
  'Checking the packages',
  'npm',
  ['exec', '--', 'vitest', 'run', '--config', 'build/packaging/vitest.config.ts'],
  made,
);
runStep(
  'Sharing a screen from the package',
  'npm',
  ['exec', '--', 'playwright', 'test', '--config', 'e2e/package.config.ts'],
  made,
);
