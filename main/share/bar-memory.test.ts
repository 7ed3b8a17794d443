import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBarMemory } from './bar-memory.ts';
import { isSeenInPicture } from './bar-protection.ts';

describe('what is remembered of the control bar', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sightline-bar-'));
    file = path.join(folder, 'control-bar.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('outlives the app', () => {
    openBarMemory(file).change({ place: { x: -40, y: 7 } });
    openBarMemory(file).change({ isHidden: true });
    expect(openBarMemory(file).get()).toEqual({ place: { x: -40, y: 7 }, isHidden: true });
    expect(readdirSync(folder)).toEqual(['control-bar.json']);
  });

  it('is nothing when the file is not ours', () => {
    const content = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(content, (text) => {
        writeFileSync(file, text);
        expect(openBarMemory(file).get()).toEqual({ place: null, isHidden: false });
      }),
      { numRuns: 200 },
    );
  });

  it('lasts as long as the app where nothing can be written', () => {
    const memory = openBarMemory(path.join(folder, 'missing', 'control-bar.json'));
    memory.change({ isHidden: true });
    expect(memory.get().isHidden).toBe(true);
  });
});

describe('a protected window', () => {
  it.each([
    ['win32', '10.0.19041', false],
    ['win32', '10.0.26100', false],
    ['win32', '10.0.18363', true],
    ['darwin', '23.6.0', false],
    ['darwin', '24.1.0', true],
    ['linux', '6.8.0-45-generic', true],
  ] as const)('on %s %s is seen in the picture: %s', (platform, release, isSeen) => {
    expect(isSeenInPicture(platform, release)).toBe(isSeen);
  });
});
