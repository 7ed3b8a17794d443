// Reads the fuses back from the programs that were just packaged; fails when one is not as it must be.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { wrongFuses } from '../packaging/expected-fuses.mjs';
import { fail, root } from './step.mjs';

const nameOn = new Map([
  ['darwin', 'Sightline.app'],
  ['win32', 'Sightline.exe'],
]);
const inFolder = nameOn.get(process.platform) ?? 'sightline';
const dist = path.join(root, 'dist');
const folders = readdirSync(dist).filter((name) => /-unpacked$|^mac(-universal)?$/.test(name));
if (folders.length === 0)
  fail('There is no packaged program in dist/. Package first: npm run package');

for (const folder of folders) {
  const wrong = await wrongFuses(path.join(dist, folder, inFolder));
  if (wrong.length > 0) fail(`${folder}: not as it must be: ${wrong.join('; ')}`);
  console.log(`${folder}: all fuses as they must be`);
}
