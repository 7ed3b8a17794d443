import { builtinModules } from 'node:module';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { describe, expect, it } from 'vitest';
import { archive } from './made.ts';

const ALLOWED = [
  /^package\.json$/,
  /^out\/main\/[\w.-]+\.js$/,
  /^out\/preload\/(preload|bar-preload)\.cjs$/,
  /^out\/renderer\/((index|bar)\.html|favicon\.svg|assets\/[\w.-]+\.(js|css|woff2|svg))$/,
];
const files = listPackage(archive, { isPack: false })
  .map((file) => file.replace(/^\//, ''))
  .filter((file) => !('files' in statFile(archive, file)));
const textOf = (file: string) => extractFile(archive, file).toString();

describe('the archive of the app', () => {
  it('holds what runs, and no source, test, map or package folder', () => {
    const foreign = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
    expect(foreign).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/main.js',
        'out/preload/preload.cjs',
        'out/preload/bar-preload.cjs',
        'out/renderer/index.html',
        'out/renderer/bar.html',
      ]),
    );
  });

  it('says who it is, and tells nothing of how it was made', () => {
    const manifest = JSON.parse(textOf('package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: 'sightline',
      productName: 'Sightline',
      main: 'out/main/main.js',
      type: 'module',
      desktopName: 'sightline.desktop',
    });
    expect(Object.keys(manifest)).not.toContain('scripts');
    expect(Object.keys(manifest)).not.toContain('devDependencies');
  });

  it('imports nothing that is not inside: only Electron, Node and its own files', () => {
    const scripts = files.filter((file) => file.startsWith('out/main/'));
    const outside = scripts.flatMap((file) =>
      [...textOf(file).matchAll(/(?:^|[;}\n])(?:import|export)[^"'();]*?from\s*["']([^"']+)["']/g)]
        .map(([, specifier]) => specifier ?? '')
        .filter((name) => name !== 'electron' && !name.startsWith('./') && !name.startsWith('../'))
        .filter((name) => !builtinModules.includes(name.replace(/^node:/, ''))),
    );
    expect(outside).toEqual([]);
  });

  it('has no switch that would weaken a released app', () => {
    for (const file of files.filter((name) => name.startsWith('out/main/'))) {
      expect(textOf(file), file).not.toMatch(
        /ignore-certificate-errors|certificate-error|disable-web-security|allowRunningInsecureContent|remote-debugging-port|openDevTools/,
      );
    }
  });
});
