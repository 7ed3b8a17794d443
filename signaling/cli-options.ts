import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { cliSettings, type SettingName } from './cli-settings.ts';
import type { LogLevel } from './log.ts';
import type { SignalingOptions } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Texts = Map<SettingName, { origin: string; texts: string[] }>;

/** What the command line asks for. */
export type CliRequest =
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'start'; options: SignalingOptions; logLevel: LogLevel }
  | { name: 'mistake'; sentence: string };

/** Reads arguments and environment; an argument wins over its variable. Never throws. */
export function parseCli(argv: readonly string[], env: Environment): CliRequest {
  const texts: Texts = new Map();
  for (const name of settingNames) {
    const variable = variableOf(name);
    const text = env[variable];
    // Compose files hand over unset variables as empty ones.
    if (text === undefined || text === '') continue;
    texts.set(name, {
      origin: variable,
      texts: cliSettings[name].isList ? text.split(',') : [text],
    });
  }

  const { tokens } = parseArgs({
    args: [...argv],
    options: parseOptions,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const fromFlags: Texts = new Map();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return mistake(`Unexpected argument ${quote(token.value)}.`);
    if (token.name === 'help' || token.name === 'h') return { name: 'help' };
    if (token.name === 'version' || token.name === 'v') return { name: 'version' };
    if (!isSettingName(token.name)) return mistake(`Unknown option ${quote(token.rawName)}.`);
    const { value, inlineValue, name, rawName } = token;
    if (value === undefined || (!inlineValue && value.startsWith('--'))) {
      return mistake(`${rawName} needs a value: ${cliSettings[name].allowed}.`);
    }
    const earlier = cliSettings[name].isList ? (fromFlags.get(name)?.texts ?? []) : [];
    fromFlags.set(name, { origin: rawName, texts: [...earlier, value] });
  }
  return readSettings(new Map([...texts, ...fromFlags]));
}

/**
 * The options of the service that the environment alone asks for.
 * @throws an Error with one clear sentence
 */
export function readEnvironment(env: Environment): SignalingOptions {
  const request = parseCli([], env);
  if (request.name === 'mistake') throw new Error(request.sentence);
  return request.name === 'start' ? request.options : {};
}

function readSettings(texts: Texts): CliRequest {
  const options: Record<string, unknown> = {};
  let logLevel: LogLevel = 'info';
  for (const [name, { origin, texts: given }] of texts) {
    const { allowed, isList, key, schema } = cliSettings[name];
    const values: unknown[] = [];
    for (const text of given) {
      const parsed = z.safeParse(schema, text.trim());
      if (!parsed.success) {
        return mistake(`${origin} was given ${quote(text)}; allowed is ${allowed}.`);
      }
      values.push(parsed.data);
    }
    if (key === 'logLevel') logLevel = values[0] as LogLevel;
    else options[key] = isList ? values : values[0];
  }
  // Every value has passed its own schema, and the service checks the whole once more.
  return { name: 'start', options, logLevel };
}

const settingNames = Object.keys(cliSettings) as SettingName[];
const parseOptions = Object.fromEntries([
  ...settingNames.map((name) => [name, { type: 'string' as const }]),
  ['help', { type: 'boolean' as const, short: 'h' }],
  ['version', { type: 'boolean' as const, short: 'v' }],
]) as Record<string, { type: 'string' | 'boolean'; short?: string }>;

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(cliSettings, name);
}

/** The environment variable that stands for an option. */
export function variableOf(name: SettingName): string {
  return `SIGHTLINE_${name.toUpperCase().replaceAll('-', '_')}`;
}

function mistake(sentence: string): CliRequest {
  return { name: 'mistake', sentence };
}

/** JSON keeps control characters of the given text out of the terminal. */
function quote(text: string): string {
  return JSON.stringify(text);
}
