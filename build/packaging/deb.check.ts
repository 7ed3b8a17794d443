import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageEndingIn } from './made.ts';

const deb = packageEndingIn('.deb');
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const control = run('dpkg-deb', '--field', deb);
const paths = run('dpkg-deb', '--contents', deb)
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/)[5] ?? '');
const fileInside = (file: string) =>
  run('sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -xO "$2"', 'sh', deb, file);

describe('the deb', () => {
  it('says what it is, and what it needs', () => {
    expect(control).toMatch(/^Package: sightline$/m);
    expect(control).toMatch(/^Section: net$/m);
    expect(control).toMatch(/^Depends: .*libgtk-3-0.*libnss3/m);
    expect(control).toMatch(/^Homepage: https:\/\/github\.com\//m);
  });

  it('registers invite links and is found in the menu, in both languages', () => {
    const entry = fileInside('./usr/share/applications/sightline.desktop').split('\n');
    expect(entry).toEqual(
      expect.arrayContaining([
        'Name=Sightline',
        'Exec=/opt/Sightline/sightline %U',
        'Icon=sightline',
        'MimeType=x-scheme-handler/sightline;',
        'StartupWMClass=sightline',
        'Categories=Network;',
        'GenericName=Screen sharing',
        'GenericName[ko]=화면 공유',
      ]),
    );
    expect(entry.filter((line) => line.startsWith('Comment[ko]='))).toHaveLength(1);
  });

  it.each([16, 22, 24, 32, 48, 64, 128, 256, 512, 1024])('has the icon in %i pixels', (side) => {
    expect(paths).toContain(`./usr/share/icons/hicolor/${side}x${side}/apps/sightline.png`);
  });

  it('installs into its own folder only, with the languages the app speaks', () => {
    const files = paths.filter((file) => !file.endsWith('/'));
    const elsewhere = files.filter(
      (file) => !/^\.\/(opt\/Sightline\/|usr\/share\/(applications|icons\/hicolor)\/)/.test(file),
    );
    expect(elsewhere).toEqual([]);
    expect(files.filter((file) => file.includes('/locales/'))).toEqual([
      './opt/Sightline/locales/en-US.pak',
      './opt/Sightline/locales/ko.pak',
    ]);
  });

  it('knows where updates come from and that a package manager installed it', () => {
    expect(fileInside('./opt/Sightline/resources/app-update.yml')).toMatch(/^provider: github$/m);
    expect(fileInside('./opt/Sightline/resources/package-type')).toBe('deb');
  });
});

describe('the tar.gz', () => {
  it('holds the program and its archive', () => {
    const inside = run('tar', '-tzf', packageEndingIn('.tar.gz')).split('\n');
    expect(inside.some((file) => file.endsWith('/sightline'))).toBe(true);
    expect(inside.some((file) => file.endsWith('/resources/app.asar'))).toBe(true);
  });
});
