import type { Switches } from '../chromium/switches.ts';
import { supportedOnly } from '../supported-only.ts';

// The stand-in's own, or Playwright's, and not for Chromium's command line.
const notForwarded = /^(inspect|remote-debugging|user-data-dir|app$)/;

const switchOf = (argument: string): [string, string] | undefined => {
  const [, name, value] = /^--([^=]+)=?(.*)$/.exec(argument) ?? [];
  return name ? [name, value ?? ''] : undefined;
};

const given = process.argv.slice(2).flatMap((argument) => {
  const found = switchOf(argument);
  return found ? [found] : [];
});
const switches = new Map<string, string>(given);

export const commandLine = supportedOnly('app.commandLine', {
  appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
  removeSwitch: (name: string): void => void switches.delete(name),
  hasSwitch: (name: string): boolean => switches.has(name),
  getSwitchValue: (name: string): string => switches.get(name) ?? '',
});

export const switchesForChromium = (): Switches =>
  new Map([...switches].filter(([name]) => !notForwarded.test(name)));
