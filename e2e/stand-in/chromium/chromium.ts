import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { findExecutable } from '../process/find-executable.ts';
import { type DevToolsPipe, openDevToolsPipe } from './devtools-pipe.ts';

const exitGraceMs = 3_000;
const executableNames = ['chromium', 'chromium-browser', 'google-chrome'];

export type Chromium = {
  readonly pipe: DevToolsPipe;
  readonly version: string;
  /** Opens a window without tabs or address bar. Only its target tells when it is there. */
  openAppWindow(url: string): void;
  close(): Promise<void>;
};

export type ChromiumOptions = {
  readonly profile: string;
  readonly switches: readonly string[];
  readonly openDebuggingPort: boolean;
  readonly onExit: () => void;
};

function chromiumExecutable(): string {
  const found = process.env.STAND_IN_CHROMIUM || findExecutable(...executableNames);
  if (!found) throw new Error('stand-in: no Chromium in PATH; set STAND_IN_CHROMIUM');
  return found;
}

// Playwright reads the line that announces the debugging port; the rest is Chromium's chatter.
function forwardStderr(child: ChildProcess): void {
  child.stderr?.on('data', (chunk: Buffer) => {
    for (const line of String(chunk).split('\n')) {
      const announcesPort = line.startsWith('DevTools listening on');
      if (announcesPort || process.env.STAND_IN_LOG) process.stderr.write(`${line}\n`);
    }
  });
}

async function closeAndWait(child: ChildProcess, pipe: DevToolsPipe): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  pipe.send('Browser.close').catch(() => {});
  const kill = setTimeout(() => child.kill('SIGKILL'), exitGraceMs);
  await exited;
  clearTimeout(kill);
}

export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  mkdirSync(options.profile, { recursive: true });
  const executable = chromiumExecutable();
  const debuggingPort = options.openDebuggingPort ? ['--remote-debugging-port=0'] : [];
  const child = spawn(
    executable,
    [
      ...options.switches,
      '--remote-debugging-pipe',
      ...debuggingPort,
      '--no-startup-window',
      '--keep-alive-for-test',
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  forwardStderr(child);
  const pipe = openDevToolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.on('exit', () => {
    pipe.close();
    options.onExit();
  });
  process.on('exit', () => child.kill('SIGKILL'));

  const { product } = await pipe.send<{ product: string }>('Browser.getVersion');
  return {
    pipe,
    version: product.split('/')[1] ?? '',
    openAppWindow(url) {
      // The profile's process singleton hands this over to the Chromium that is already running.
      spawn(executable, [...options.switches, `--app=${url}`], { stdio: 'ignore' });
    },
    close: () => closeAndWait(child, pipe),
  };
}
