import { readdirSync } from 'node:fs';
import path from 'node:path';

const output = process.env.SIGHTLINE_PACKAGES;
if (!output) throw new Error('Run it by: npm run package:check');

/** What electron-builder has made. */
export const unpacked = path.join(output, 'linux-unpacked');
export const resources = path.join(unpacked, 'resources');
export const archive = path.join(resources, 'app.asar');
export const program = path.join(unpacked, 'sightline');

/** The one package with this ending. */
export function packageEndingIn(ending: string): string {
  const [name, ...more] = readdirSync(output as string).filter((file) => file.endsWith(ending));
  if (!name || more.length > 0) throw new Error(`not one package ends in ${ending}`);
  return path.join(output as string, name);
}
