import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { findExecutable } from '../process/find-executable.ts';

const execFileAsync = promisify(execFile);
const tools = ['xrandr', 'xlsatoms', 'wmctrl', 'xprop', 'xwininfo', 'xdotool', 'import', 'convert'];
const maxOutputBytes = 64 * 1024 * 1024;

/** Its output, or nothing: windows come and go between being listed and being looked at. */
export async function run(tool: string, ...args: string[]): Promise<string> {
  return String(await runForBytes(tool, ...args));
}

export async function runForBytes(tool: string, ...args: string[]): Promise<Buffer> {
  try {
    const options = { encoding: 'buffer', maxBuffer: maxOutputBytes } as const;
    return (await execFileAsync(tool, args, options)).stdout;
  } catch {
    return Buffer.alloc(0);
  }
}

export function runNow(tool: string, args: readonly string[], input?: Buffer): Buffer {
  return execFileSync(tool, args, {
    maxBuffer: maxOutputBytes,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input ? { input } : {}),
  });
}

export const missingTools = (): string[] => tools.filter((tool) => !findExecutable(tool));
