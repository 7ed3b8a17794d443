import { cliSettings, type SettingName } from './cli-settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What was given for a setting, and where. */
export type Given = {
  readonly origin: string;
  readonly texts: readonly string[];
  /** Whether the texts name files that hold the value. */
  readonly isFileName: boolean;
};

/** The environment variable that stands for an option. */
export function variableOf(name: SettingName): string {
  return `SIGHTLINE_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** The variable with the text itself where the option names a file. */
export function contentVariableOf(name: SettingName): string {
  return variableOf(name).replace(/_FILE$/, '');
}

/** What the environment gives for each setting, or the names of two variables that exclude each other. */
export function readVariables(
  env: Environment,
): Map<SettingName, Given> | { readonly bothSet: readonly [string, string] } {
  const given = new Map<SettingName, Given>();
  for (const name of Object.keys(cliSettings) as SettingName[]) {
    const { isInFile = false, isList } = cliSettings[name];
    const variable = variableOf(name);
    const text = textOf(env, variable);
    if (text !== undefined) {
      const texts = isList ? text.split(',') : [text];
      given.set(name, { origin: variable, texts, isFileName: isInFile });
    }
    const contentVariable = contentVariableOf(name);
    const content = isInFile ? textOf(env, contentVariable) : undefined;
    if (content === undefined) continue;
    if (text !== undefined) return { bothSet: [contentVariable, variable] };
    given.set(name, { origin: contentVariable, texts: [content], isFileName: false });
  }
  return given;
}

/** Compose files hand over unset variables as empty ones. */
function textOf(env: Environment, variable: string): string | undefined {
  const text = env[variable];
  return text === '' ? undefined : text;
}
