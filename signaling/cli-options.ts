import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { cliSettings, type SettingName } from './cli-settings.ts';
import { type Environment, type Given, readVariables } from './cli-variables.ts';
import { type DoctorRequest, parseDoctor } from './doctor/doctor-options.ts';
import type { LogLevel } from './log.ts';
import type { SignalingOptions } from './options.ts';
import { findTurnMistake } from './turn-options.ts';

type Texts = Map<SettingName, Given>;
/** Reads a file as text; throws Node's error. */
type ReadText = (file: string) => string;

/** What the command line asks for. */
export type CliRequest =
  | DoctorRequest
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'start'; options: SignalingOptions; logLevel: LogLevel }
  | { name: 'mistake'; sentence: string };

/**
 * Reads arguments and environment, and the files they name secrets in; an argument wins over its
 * variable. Never throws.
 */
export function parseCli(
  argv: readonly string[],
  env: Environment,
  readText: ReadText = (file) => readFileSync(file, 'utf8'),
): CliRequest {
  if (argv[0] === 'doctor') return parseDoctor(argv.slice(1));
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
    const { value, inlineValue, name, rawName } = token;
    if (!isSettingName(name)) return mistake(explainUnknown(name, rawName));
    const { allowed, isInFile = false, isList } = cliSettings[name];
    const text = isSwitch(name) ? (value ?? 'true') : value;
    if (text === undefined || (!inlineValue && text.startsWith('--'))) {
      return mistake(`${rawName} needs a value: ${isInFile ? 'a file' : allowed}.`);
    }
    const earlier = isList ? (fromFlags.get(name)?.texts ?? []) : [];
    fromFlags.set(name, { origin: rawName, texts: [...earlier, text], isFileName: isInFile });
  }
  const fromVariables = readVariables(env);
  if ('bothSet' in fromVariables) {
    return mistake(`${fromVariables.bothSet.join(' and ')} are both set; keep one of the two.`);
  }
  return readSettings(new Map([...fromVariables, ...fromFlags]), readText);
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

function readSettings(given: Texts, readText: ReadText): CliRequest {
  const options: Record<string, unknown> = {};
  let logLevel: LogLevel = 'info';
  for (const [name, { origin, texts, isFileName }] of given) {
    const { allowed, isInFile, isList, key, schema } = cliSettings[name];
    const values: unknown[] = [];
    for (const text of texts) {
      const content = isFileName ? readSecretFile(text, readText) : { text };
      if ('fault' in content) return mistake(`${origin} names ${quote(text)}, ${content.fault}.`);
      const parsed = z.safeParse(schema, content.text.trim());
      if (!parsed.success) {
        // A secret is not repeated, wrong as it is.
        const wrong = isInFile ? 'a text that cannot be used' : quote(text);
        return mistake(`${origin} was given ${wrong}; allowed is ${allowed}.`);
      }
      values.push(parsed.data);
    }
    if (key === 'logLevel') logLevel = values[0] as LogLevel;
    else options[key] = isList ? values : values[0];
  }
  // Every value has passed its own schema, and the service checks the whole once more.
  const sentence = findTurnMistake(options);
  return sentence === undefined ? { name: 'start', options, logLevel } : mistake(sentence);
}

function readSecretFile(
  file: string,
  readText: ReadText,
): { readonly text: string } | { readonly fault: string } {
  try {
    const text = readText(file);
    return text.trim() === '' ? { fault: 'which is empty' } : { text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return { fault: `which cannot be read${code}` };
  }
}

function explainUnknown(name: string, rawName: string): string {
  const inFile = `${name}-file`;
  if (!isSettingName(inFile)) return `Unknown option ${quote(rawName)}.`;
  return `${rawName} would show it to everybody on this computer; use --${inFile}.`;
}

const settingNames = Object.keys(cliSettings) as SettingName[];
const isSwitch = (name: SettingName) => cliSettings[name].value === undefined;
const parseOptions = Object.fromEntries([
  ...settingNames.map((name) => [name, { type: isSwitch(name) ? 'boolean' : 'string' }]),
  ['help', { type: 'boolean', short: 'h' }],
  ['version', { type: 'boolean', short: 'v' }],
]) as Record<string, { type: 'string' | 'boolean'; short?: string }>;

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(cliSettings, name);
}

function mistake(sentence: string): CliRequest {
  return { name: 'mistake', sentence };
}

/** JSON keeps control characters of the given text out of the terminal. */
function quote(text: string): string {
  return JSON.stringify(text);
}
