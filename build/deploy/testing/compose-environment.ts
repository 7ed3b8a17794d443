import { readFileSync } from 'node:fs';

const VARIABLE = /\$\{(\w+)(?::([?-])([^}]*))?\}/g;

/**
 * The environment that compose.yaml gives one of its services.
 * @param given what .env holds
 */
export function readComposeEnvironment(
  service: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const text = readFileSync(new URL('../compose.yaml', import.meta.url), 'utf8');
  const [, part = ''] = new RegExp(`^  ${service}:\n((?:    .*\n|\n)*)`, 'm').exec(text) ?? [];
  const [, block = ''] = /^ {4}environment:\n((?: {6}.*\n)*)/m.exec(part) ?? [];
  const entries = [...block.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(VARIABLE, (_all, variable: string, sign: string | undefined, rest: string) => {
      const found = given[variable];
      if (found !== undefined && found !== '') return found;
      if (sign === '-') return rest;
      throw new Error(`${variable} is not set`);
    }),
  ]);
  return Object.fromEntries(entries);
}
