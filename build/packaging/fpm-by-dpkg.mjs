#!/usr/bin/env node
// What electron-builder asks of fpm to make a deb, done by dpkg-deb: Debian has no package of fpm.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Record<string, string>} */
const options = {};
/** @type {{ from: string, to: string }[]} */
const files = [];
/** @type {string[]} */
const depends = [];
/** @type {string[]} */
const recommends = [];

const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift() ?? '';
  if (arg === '--force') continue;
  if (!arg.startsWith('-')) {
    const at = arg.lastIndexOf('=');
    files.push({ from: arg.slice(0, at), to: arg.slice(at + 1) });
    continue;
  }
  const value = args.shift() ?? '';
  if (arg === '-d') depends.push(value);
  else if (arg === '--deb-recommends') recommends.push(value);
  else options[arg.replace(/^-+/, '')] = value;
}
if (options.t !== 'deb') throw new Error(`only a deb can be made here, not ${options.t}`);

const tree = mkdtempSync(path.join(tmpdir(), 'sightline-deb-'));
try {
  for (const { from, to } of files) {
    const target = path.join(tree, to);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  }
  chmodSync(tree, 0o755);
  writeControl();
  const build = ['--root-owner-group', '-Zgzip', '-z1', '-b', tree, options.package ?? ''];
  execFileSync('dpkg-deb', build, { stdio: 'inherit' });
} finally {
  rmSync(tree, { recursive: true, force: true });
}

function writeControl() {
  const folder = path.join(tree, 'DEBIAN');
  mkdirSync(folder);
  const lines = [
    `Package: ${options.name}`,
    `Version: ${options.version}`,
    `Architecture: ${options.architecture}`,
    `Maintainer: ${options.maintainer}`,
    `Depends: ${depends.join(', ')}`,
    ...(recommends.length > 0 ? [`Recommends: ${recommends.join(', ')}`] : []),
    `Section: ${options.category ?? 'default'}`,
    `Priority: ${options['deb-priority'] ?? 'optional'}`,
    `Homepage: ${options.url}`,
    `Description: ${(options.description ?? '').trim().replaceAll('\n', '\n ')}`,
  ];
  writeFileSync(path.join(folder, 'control'), `${lines.join('\n')}\n`);
  for (const [option, script] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    const source = options[option ?? ''];
    if (!source) continue;
    const target = path.join(folder, script ?? '');
    copyFileSync(source, target);
    chmodSync(target, 0o755);
  }
}
