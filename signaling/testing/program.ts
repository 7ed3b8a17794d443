import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';

const PATIENCE_MS = 20_000;

/** A program of the deployment as it runs. */
export type Program = {
  readonly ended: Promise<number | null>;
  /** What it has written so far. */
  output(): string;
  /** Ends it and everything it started. */
  close(): Promise<void>;
};

/** Starts a program of the deployment with this environment and nothing of our own but PATH. */
export function startProgram(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Program {
  const program = spawn(command, args, {
    // Where servers are, and where not everybody's PATH leads.
    env: { PATH: `${process.env.PATH}:/usr/sbin`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it started goes with it.
    detached: true,
  });
  let written = '';
  const keep = (bytes: Buffer) => {
    written = `${written}${bytes}`.slice(-100_000);
  };
  program.stdout.on('data', keep);
  program.stderr.on('data', keep);
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  return {
    ended,
    output: () => written,
    close: async () => {
      signal(program, 'SIGTERM');
      const timer = setTimeout(() => signal(program, 'SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function signal({ pid, exitCode }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It ended in between.
  }
}

/** Resolves when something listens on a port of 127.0.0.1. */
export async function untilListening(port: number, program: Program): Promise<void> {
  const isOver = program.ended.then(() => true);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await canConnect(port)) return;
    const hasEnded = await Promise.race([isOver, pause(100).then(() => false)]);
    if (hasEnded || Date.now() > deadline) throw new Error(`not listening:\n${program.output()}`);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Ports of 127.0.0.1 that are free just now, all different. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Which of these commands are not installed. */
export function findMissing(commands: readonly string[]): string[] {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  return commands.filter(
    (command) => !folders.some((folder) => existsSync(path.join(folder, command))),
  );
}
