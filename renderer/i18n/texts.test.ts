import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { ko } from './ko.ts';

type Tree = { readonly [key: string]: string | Tree };

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '../../main/**/*.ts', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
);

const english = new Map(flatten(en));
const korean = new Map(flatten(ko));

describe('texts', () => {
  it('have the same keys in every language', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('%s uses the same variables in every language', (key, text) => {
    expect(variablesOf(korean.get(key) ?? '')).toEqual(variablesOf(text));
  });

  it('are never empty or left in English', () => {
    for (const [key, text] of korean) {
      expect(text.trim(), key).not.toBe('');
      if (text === english.get(key)) expect(text, key).toBe('Sightline');
    }
  });

  it('are all used', () => {
    const uses = Object.entries(sources)
      .filter(([path]) => !/^\.\/(en|ko)[\w-]*\.ts$/.test(path))
      .flatMap(([, source]) => keyPatternsIn(source));
    const unused = [...english.keys()].filter((key) => !uses.some((use) => use.test(key)));
    expect(unused).toEqual([]);
  });
});

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

function variablesOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** Reads 'a.b' and `a.${b}.c`, the two ways a key is written; a hole stands for one part. */
function keyPatternsIn(source: string): RegExp[] {
  const literals = source.matchAll(/['"`]([a-zA-Z]+(?:\.(?:[\w-]+|\$\{[^}]+\}))+)['"`]/g);
  return [...literals].map((match) => {
    const parts = (match[1] ?? '').split(/\$\{[^}]+\}/);
    return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`);
  });
}
