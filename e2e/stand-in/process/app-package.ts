import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

type PackageJson = {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
  type?: string;
};

export type AppPackage = {
  readonly folder: string;
  readonly main: string;
  readonly isModule: boolean;
  readonly name: string;
  readonly version: string;
};

function findPackageFolder(start: string): string {
  if (existsSync(join(start, 'package.json'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('stand-in: the app has no package.json');
  return findPackageFolder(parent);
}

export function readAppPackage(entry: string): AppPackage {
  const path = resolve(entry);
  const isFolder = statSync(path).isDirectory();
  const folder = findPackageFolder(isFolder ? path : dirname(path));
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  const main = isFolder ? join(folder, json.main ?? 'index.js') : path;
  const isModule = extname(main) === '.mjs' || (json.type === 'module' && extname(main) === '.js');
  const name = json.productName ?? json.name ?? 'Electron';
  return { folder, main, isModule, name, version: json.version ?? '0.0.0' };
}
