import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Electron's fuses stand behind these letters in its program: version, how many, one byte each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = '100110000';
/** What an Electron for Linux has beside its program; only that they are there matters here. */
const PAKS = ['resources.pak', 'chrome_100_percent.pak', 'chrome_200_percent.pak'];
const LOCALES = ['en-US', 'ko', 'de', 'fr'];

/**
 * A folder laid out like Electron's own for Linux, whose program is the stand-in: what
 * electron-builder packages where the real one cannot be had.
 * @param {{ folder: string, standIn: string, version: string }} options
 */
export function makeDummyElectron({ folder, standIn, version }) {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const fuses = `${FUSE_SENTINEL}\x01${String.fromCharCode(FUSES.length)}${FUSES}`;
  const program = path.join(folder, 'electron');
  writeFileSync(program, `${readFileSync(standIn, 'latin1')}\n/*${fuses}*/\n`, {
    encoding: 'latin1',
    mode: 0o755,
  });
  copyFileSync(path.join(path.dirname(standIn), 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(path.join(folder, 'version'), version);
  writeFileSync(path.join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  for (const name of PAKS) writeFileSync(path.join(folder, name), name);
  for (const name of LOCALES) writeFileSync(path.join(folder, 'locales', `${name}.pak`), name);
}
