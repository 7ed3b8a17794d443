import { cliSettings, type SettingName } from './cli-settings.ts';
import { contentVariableOf, variableOf } from './cli-variables.ts';

const COLUMN = 44;

/** What `--help` prints. */
export function createHelp(): string {
  const rows = (Object.keys(cliSettings) as SettingName[]).map((name) => {
    const { help, isInFile, value } = cliSettings[name];
    const option = value === undefined ? `--${name}` : `--${name} ${value}`;
    const variable = variableOf(name);
    const variables = isInFile ? `${contentVariableOf(name)} (the text), ${variable}` : variable;
    return `  ${option.padEnd(COLUMN)} ${help}\n  ${''.padEnd(COLUMN)} ${variables}`;
  });
  return [
    'Usage: sightline-signaling [options]',
    '       sightline-signaling doctor URL [--json]',
    '',
    'Pairs presenters and viewers and serves the web app. It never sees codes or media.',
    '',
    'doctor looks at a running deployment from outside and says what to fix.',
    '',
    'Each option can also be set by the variable below it; the option wins. Defaults in brackets.',
    '',
    ...rows,
    `  ${'-h, --help'.padEnd(COLUMN)} this text`,
    `  ${'-v, --version'.padEnd(COLUMN)} the version`,
    '',
  ].join('\n');
}
