// Writes SHA-256 sums of the installers in `dist/` beside them, in the form `sha256sum -c` reads.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, root } from './step.mjs';

const INSTALLER = /\.(AppImage|deb|rpm|dmg|zip|exe)$/;
const folder = path.join(root, 'dist');

const names = readdirSync(folder)
  .filter((name) => INSTALLER.test(name))
  .sort();
if (names.length === 0) fail('There is no installer in dist/. Build it first: npm run package');

const lines = names.map((name) => {
  const sum = createHash('sha256')
    .update(readFileSync(path.join(folder, name)))
    .digest('hex');
  return `${sum}  ${name}\n`;
});
writeFileSync(path.join(folder, `sha256sums-${process.platform}.txt`), lines.join(''));
console.log(lines.join(''));
