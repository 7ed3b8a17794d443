import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Package = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
};
type Lockfile = { packages: Record<string, Package> };
type Manifest = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
};

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const workflowFolder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(workflowFolder)
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, workflowFolder), 'utf8') }));

/** Every folder with packages of its own; the second is only for the signaling benchmark. */
const folders = ['', 'bench/'].map((folder) => ({
  folder: folder || './',
  manifest: JSON.parse(read(`${folder}package.json`)) as Manifest,
  packages: Object.entries((JSON.parse(read(`${folder}package-lock.json`)) as Lockfile).packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ path, ...entry })),
}));

const usedActions = (text: string) =>
  [...text.matchAll(/^\s*(?:-\s*)?uses:\s*(\S+)/gm)].map(([, action]) => action ?? '');
/** Packages for one system only: the registry is asked for them where they are needed. */
const isForOneSystem = ({ optional, os, cpu }: Package) =>
  optional === true && (os !== undefined || cpu !== undefined);

describe('workflows', () => {
  it.each(workflows)('$name names every action by its commit', ({ text }) => {
    const actions = usedActions(text);
    expect(actions).not.toHaveLength(0);
    expect(actions.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual(
      [],
    );
  });

  it.each(workflows)('$name starts without the right to write', ({ text }) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(text).not.toMatch(/write-all|pull_request_target/);
  });

  it.each(workflows)('$name installs only what the lockfile names, and runs nothing of it', (w) => {
    const installs = [...w.text.matchAll(/\bnpm (?:ci|install|i)\b.*/g)].map(([line]) => line);
    expect(installs.filter((line) => line !== 'npm ci --ignore-scripts')).toEqual([]);
  });
});

describe.each(folders)('packages of $folder', ({ manifest, packages }) => {
  it('have exact versions', () => {
    const ranges = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('come from the registry, by no other way', () => {
    const isElsewhere = ({ version, resolved, link }: Package) =>
      link === true ||
      !/^\d+\.\d+\.\d+/.test(version ?? '') ||
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'));
    expect(packages.filter(isElsewhere).map(({ path }) => path)).toEqual([]);
  });

  it('have a strong checksum each', () => {
    const isUnchecked = (entry: Package) =>
      !isForOneSystem(entry) || entry.integrity !== undefined
        ? !/^sha512-/.test(entry.integrity ?? '')
        : false;
    expect(packages.filter(isUnchecked).map(({ path }) => path)).toEqual([]);
  });

  it('run no install script that nobody has looked at', () => {
    const reviewed = Object.keys(manifest.allowScripts ?? {});
    const withScript = packages
      .filter(({ hasInstallScript }) => hasInstallScript)
      .map(({ path }) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(withScript.filter((name) => !reviewed.includes(name))).toEqual([]);
    expect(reviewed.filter((name) => !withScript.includes(name))).toEqual([]);
  });
});

describe('.npmrc', () => {
  it('refuses an install script that is not on the list', () => {
    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
  });
});
