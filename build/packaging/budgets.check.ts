import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { extractFile, listPackage } from '@electron/asar';
import { describe, expect, it } from 'vitest';
import { archiveBudget, budgets } from './budgets.ts';
import { archive } from './made.ts';

const files = listPackage(archive, { isPack: false }).map((file) => file.replace(/^\//, ''));
const scriptsIn = (folder: string) =>
  files.filter((file) => file.startsWith(`${folder}/`) && /\.c?js$/.test(file));
const html = extractFile(archive, 'out/renderer/index.html').toString();
const named = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)];

const groups: Record<keyof typeof budgets, readonly string[]> = {
  mainStart: ['out/main/main.js'],
  mainAll: scriptsIn('out/main'),
  preload: scriptsIn('out/preload'),
  pageStart: named.map(([, file]) => `out/renderer/${file}`),
  pageAll: scriptsIn('out/renderer'),
};

describe.each(Object.entries(groups))('the scripts of %s', (name, group) => {
  const contents = group.map((file) => extractFile(archive, file));
  const raw = contents.reduce((sum, content) => sum + content.byteLength, 0);
  const gzip = contents.reduce((sum, { buffer, byteOffset, byteLength }) => {
    return sum + gzipSync(new Uint8Array(buffer, byteOffset, byteLength), { level: 9 }).byteLength;
  }, 0);
  const budget = budgets[name as keyof typeof budgets];

  it(`stay within their budget: ${raw} of ${budget.raw} bytes, packed ${gzip} of ${budget.gzip}`, () => {
    expect(group).not.toHaveLength(0);
    expect(raw).toBeLessThanOrEqual(budget.raw);
    expect(gzip).toBeLessThanOrEqual(budget.gzip);
  });

  it('do not waste it: a budget that is much too large guards nothing', () => {
    expect(raw).toBeGreaterThan(budget.raw / 3);
  });
});

describe('the archive', () => {
  it('stays within its budget', () => {
    expect(statSync(archive).size).toBeLessThanOrEqual(archiveBudget);
    expect(readFileSync(archive).byteLength).toBeGreaterThan(archiveBudget / 4);
  });
});
