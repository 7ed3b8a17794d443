import { describe, expect, it } from 'vitest';
import { findUpdateWay, type Installation } from './update-way.ts';

const installed: Installation = {
  platform: 'linux',
  isPackaged: true,
  appImage: undefined,
  program: '/home/ada/sightline/sightline',
  packageType: undefined,
  hasFeed: true,
  manifest: { homepage: 'https://github.com/ada/sightline', isSigned: true },
};
const wayOf = (differences: Partial<Installation>) =>
  findUpdateWay({ ...installed, ...differences });
const downloads = 'https://github.com/ada/sightline/releases/latest';
const unsigned = { homepage: 'https://github.com/ada/sightline' };

describe('how a copy gets newer', () => {
  it.each([
    ['signed for Windows', { platform: 'win32' }],
    ['signed for macOS', { platform: 'darwin' }],
    ['an AppImage', { appImage: '/home/ada/sightline.AppImage' }],
  ] as const)('%s: it replaces itself', (_copy, differences) => {
    expect(wayOf(differences)).toEqual({ kind: 'self', downloads });
  });

  it.each([
    ['unsigned for Windows', { platform: 'win32', manifest: unsigned }],
    ['unsigned for macOS', { platform: 'darwin', manifest: unsigned }],
    ['a deb', { packageType: 'deb', program: '/opt/Sightline/sightline' }],
    ['an rpm', { packageType: 'rpm', program: '/opt/Sightline/sightline' }],
  ] as const)('%s: the person installs it', (_copy, differences) => {
    expect(wayOf(differences)).toEqual({ kind: 'by-hand', downloads });
  });

  it.each([
    ['run from the sources', { isPackaged: false }, 'not-packaged'],
    ['built at home, without a place of releases', { hasFeed: false }, 'no-feed'],
    ['an archive without its manifest', { manifest: undefined }, 'no-feed'],
    ['an unpacked folder', {}, 'not-installed'],
    ['a folder that a deb was made of', { packageType: 'deb' }, 'not-installed'],
  ] as const)('%s: nothing is looked for', (_copy, differences, reason) => {
    expect(wayOf(differences)).toEqual({ kind: 'none', reason });
  });

  it.each([
    'https://github.com.evil.example/ada/sightline',
    'http://github.com/ada/sightline',
    'https://github.com/ada/sightline/../../evil',
    'file:///etc/passwd',
    'https://github.com/ada/sightline?x=1',
  ])('never opens a page but a repository’s on GitHub: %s', (homepage) => {
    expect(wayOf({ manifest: { homepage }, platform: 'win32' })).toMatchObject({ kind: 'none' });
  });
});
