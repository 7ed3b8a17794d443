import { existsSync } from 'node:fs';
import { findExecutable } from '../stand-in/process/find-executable.ts';
import { chromiumProgram } from '../support/chromium.ts';

const COMMANDS = [
  ...['ip', 'nft', 'conntrack', 'tc', 'sysctl', 'turnserver', 'caddy', 'openssl', 'certutil'],
  ...['Xvfb', 'openbox'],
];

/** What this machine lacks to open a network lab, in words; empty where it can. */
export function missingForLab(): string[] {
  if (process.platform !== 'linux') return ['Linux'];
  const commands = COMMANDS.filter((command) => !findExecutable(command));
  if (!existsSync(chromiumProgram())) commands.push('chromium');
  return process.getuid?.() === 0 ? commands : ['root', ...commands];
}
