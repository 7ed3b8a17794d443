import { variableOf } from './cli-options.ts';
import { cliSettings, type SettingName } from './cli-settings.ts';

const COLUMN = 44;

/** What `--help` prints. */
export function createHelp(): string {
  const rows = (Object.keys(cliSettings) as SettingName[]).map((name) => {
    const { help, value } = cliSettings[name];
    return `  ${`--${name} ${value}`.padEnd(COLUMN)} ${help}\n  ${''.padEnd(COLUMN)} ${variableOf(name)}`;
  });
  return [
    'Usage: sightline-signaling [options]',
    '',
    'Pairs presenters and viewers and serves the web app. It never sees codes or media.',
    '',
    'Each option can also be set by the variable below it; the option wins. Defaults in brackets.',
    '',
    ...rows,
    `  ${'-h, --help'.padEnd(COLUMN)} this text`,
    `  ${'-v, --version'.padEnd(COLUMN)} the version`,
    '',
  ].join('\n');
}
