import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const resource = (name: string) => path.join(root, 'build/resources', name);
type Target = { target: string; arch: string[] };
type System = { target: Target[]; icon: string } & Record<string, unknown>;
const config = parse(readFileSync(path.join(root, 'build/electron-builder.yml'), 'utf8')) as {
  mac: System & {
    entitlements: string;
    entitlementsInherit: string;
    extendInfo: Record<string, unknown>;
    extraResources: { from: string; to: string }[];
  };
  win: System;
  linux: System;
  nsis: { include: string };
  protocols: { schemes: string[] }[];
};
const targetsOf = ({ target }: System) => target.map(({ target: name, arch }) => [name, ...arch]);

/** What electron-builder says to our configuration with one more key. */
async function builderSays(key: string): Promise<{ code: number | null; said: string }> {
  const program = path.join(root, 'node_modules/.bin/electron-builder');
  const args = ['--config', 'build/electron-builder.config.mjs', '--linux', 'dir', `-c.${key}=1`];
  const child = spawn(program, args, { cwd: root });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('the configuration', () => {
  it.concurrent.each(['nonsense', 'mac.nonsense', 'win.nonsense', 'nsis.nonsense', 'dmg.nonsense'])(
    'is checked against the schema, for every system: %s is refused',
    async (key) => {
      const { code, said } = await builderSays(key);
      expect(code).not.toBe(0);
      expect(said).toMatch(/does not match the API schema/);
      expect(said).toContain(key === 'nonsense' ? "'nonsense'" : key.split('.')[0]);
    },
  );

  it('packages for every system what people install there', () => {
    expect(targetsOf(config.linux)).toEqual([
      ['AppImage', 'x64', 'arm64'],
      ['deb', 'x64', 'arm64'],
      ['rpm', 'x64', 'arm64'],
    ]);
    expect(targetsOf(config.mac)).toEqual([
      ['dmg', 'universal'],
      ['zip', 'universal'],
    ]);
    expect(targetsOf(config.win)).toEqual([['nsis', 'x64', 'arm64']]);
  });

  it('registers invite links on all of them', () => {
    expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['sightline']);
    expect(readFileSync(path.join(root, config.nsis.include), 'utf8')).toMatch(
      /WriteRegStr SHELL_CONTEXT "Software\\Classes\\sightline\\shell\\open\\command" "" '"\$appExe" "%1"'/,
    );
  });

  it('names icons that are there', () => {
    for (const { icon } of [config.mac, config.win, config.linux]) {
      expect(existsSync(resource(icon)), icon).toBe(true);
    }
  });

  it('hardens the app for macOS, and gives up nothing of it but compiling JavaScript', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    for (const file of [config.mac.entitlements, config.mac.entitlementsInherit]) {
      const keys = [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(/<key>([^<]+)<\/key>/g),
      ];
      expect(keys.map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
    }
  });

  it('says why macOS asks, in both languages', () => {
    const english = Object.keys(config.mac.extendInfo).filter((key) => /Description$/.test(key));
    expect(config.mac.extraResources).toEqual([
      { from: 'build/resources/ko.lproj', to: 'ko.lproj' },
    ]);
    const korean = readFileSync(resource('ko.lproj/InfoPlist.strings'), 'utf8');
    const said = [...korean.matchAll(/^"(\w+)" = ".*[가-힣].*";$/gm)].map(([, key]) => key);
    expect(said).toEqual(english);
  });

  it('lets an update on Windows in only with the signature of its own publisher', () => {
    expect(config.win).toMatchObject({
      verifyUpdateCodeSignature: true,
      requestedExecutionLevel: 'asInvoker',
    });
  });
});
