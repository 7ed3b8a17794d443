import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { end } from '../../../e2e/support/x-screen.ts';

/** Displays that are tried; those that screens of elsewhere take by themselves are the low ones. */
const NUMBERS = { first: 70, last: 99 } as const;
const LOOK_EVERY_MS = 50;

/**
 * Starts a private X screen with a window manager. Its number is fixed before it starts: only then
 * does the server lock it, and a screen of another network namespace would not be seen otherwise.
 */
export async function openScreen(size: {
  readonly width: number;
  readonly height: number;
}): Promise<{ display: string; close: () => Promise<void> }> {
  const geometry = `${size.width}x${size.height}x24`;
  for (let number = NUMBERS.first; number <= NUMBERS.last; number += 1) {
    if (existsSync(`/tmp/.X${number}-lock`) || existsSync(socketOf(number))) continue;
    const display = `:${number}`;
    const words = [display, '-screen', '0', geometry, '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', words, { stdio: 'ignore' });
    if (!(await isUp(server, number))) continue;
    const env = { ...process.env, DISPLAY: display };
    const windowManager = spawn('openbox', [], { stdio: 'ignore', env });
    const close = async () => {
      await end(windowManager);
      await end(server);
    };
    return { display, close };
  }
  throw new Error(`no display from :${NUMBERS.first} to :${NUMBERS.last} is free`);
}

const socketOf = (number: number) => `/tmp/.X11-unix/X${number}`;

/** False where somebody else was quicker, and the server ended again. */
async function isUp(server: ChildProcess, number: number): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (existsSync(socketOf(number))) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
