import { describe, expect, it } from 'vitest';
import { screenAccessOf, soundProblemOf, systemPickerFor } from './screen-access.ts';

const preferences = (status: string) => ({ getMediaAccessStatus: () => status }) as never;

describe('what the system lets the app see', () => {
  it.each([
    ['granted', 'allowed'],
    ['not-determined', 'not-asked'],
    ['denied', 'refused'],
    ['restricted', 'refused'],
    ['unknown', 'allowed'],
  ])('on macOS is told by its setting: %s', (status, access) => {
    expect(screenAccessOf('darwin', preferences(status))).toBe(access);
    expect(screenAccessOf('linux', preferences(status))).toBe('allowed');
    expect(screenAccessOf('win32', preferences(status))).toBe('allowed');
  });
});

describe('the system’s own dialog', () => {
  const on = (changed: Partial<Parameters<typeof systemPickerFor>[0]>) =>
    systemPickerFor({
      ...{ platform: 'darwin', release: '24.3.0', isWayland: false, access: 'allowed' },
      ...changed,
    });

  it('is what there is on Wayland', () => {
    expect(on({ platform: 'linux', release: '6.8.0', isWayland: true })).toBe('portal');
    expect(on({ platform: 'linux', release: '6.8.0' })).toBeNull();
  });

  it('helps a Mac from 15 on that has not allowed screen recording', () => {
    expect(on({ access: 'not-asked' })).toBe('macos');
    expect(on({ access: 'refused' })).toBe('macos');
    expect(on({}), 'the gallery shows more').toBeNull();
    expect(on({ release: '23.6.0', access: 'refused' })).toBeNull();
    expect(on({ platform: 'win32', release: '26.0.0' })).toBeNull();
  });
});

describe('the sound this computer plays', () => {
  it.each([
    ['win32', '10.0.19045', null, null],
    ['darwin', '22.0.0', null, null],
    ['darwin', '21.6.0', null, 'old-macos'],
    ['darwin', '24.0.0', 'macos', 'system-picker'],
    ['linux', '6.8.0', null, 'not-on-linux'],
    ['linux', '6.8.0', 'portal', 'not-on-linux'],
  ] as const)('on %s %s (%s): %s', (platform, release, picker, problem) => {
    expect(soundProblemOf(platform, release, picker)).toBe(problem);
  });
});
