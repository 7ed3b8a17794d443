import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Starts a private X screen with a window manager; window lists and window capture need managed
 * windows.
 */
export async function openXScreen(size: {
  width: number;
  height: number;
}): Promise<{ display: string; close: () => Promise<void> }> {
  const geometry = `${size.width}x${size.height}x24`;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await firstLine(server.stdio[3] as Readable, server);
  const display = `:${number}`;
  const windowManager = spawn('openbox', [], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  return {
    display,
    close: async () => {
      await end(windowManager);
      await end(server);
    },
  };
}

/** The first line a program writes; rejects when the program ends before. */
export async function firstLine(output: Readable, program: ChildProcess): Promise<string> {
  const lines = createInterface({ input: output });
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`${program.spawnfile} ended with code ${code} before it was ready`);
  });
  const line = once(lines, 'line').then(([text]) => String(text));
  return Promise.race([line, ended]);
}

/** Ends a program and waits until it is gone. */
export async function end(program: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill(signal);
  await gone;
}
