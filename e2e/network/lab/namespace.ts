import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './command.ts';

const PREFIX = 'sightline-';

/** A network of its own inside this machine, without any way out of it. */
export type Namespace = {
  readonly name: string;
  /** Runs a program inside to its end; see `run` of command.ts. */
  run(program: string, args: readonly string[], input?: string): Promise<string>;
  /** `ip` on this namespace, by words: `ip('link set wan up')`. */
  ip(words: string): Promise<string>;
  /** Loads nftables rules. */
  nft(rules: string): Promise<void>;
  sysctl(...settings: readonly string[]): Promise<void>;
  /** Starts a program inside that runs on. */
  start(program: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Sends every program inside a signal: SIGSTOP is a lid closed, SIGCONT the lid opened. */
  signal(name: NodeJS.Signals): Promise<void>;
  /** Ends what still runs inside and removes everything. Closing twice is safe. */
  close(): Promise<void>;
};

let opened = 0;

/**
 * Opens a namespace whose name tells which process opened it.
 * @param role goes into the name, for people who look at `ip netns`
 */
export async function openNamespace(role: string): Promise<Namespace> {
  opened += 1;
  const name = `${PREFIX}${process.pid}-${opened}-${role}`;
  await run('ip', ['netns', 'add', name]);
  const namespace: Namespace = {
    name,
    run: (program, args, input) => run('ip', ['netns', 'exec', name, program, ...args], input),
    ip: (words) => run('ip', ['-n', name, ...words.split(' ')]),
    nft: async (rules) => {
      await namespace.run('nft', ['-f', '-'], rules);
    },
    sysctl: async (...settings) => {
      await namespace.run('sysctl', ['-qw', ...settings]);
    },
    start: (program, args, options) =>
      spawn('ip', ['netns', 'exec', name, program, ...args], options ?? {}),
    signal: (sent) => signalInside(name, sent),
    close: () => removeNamespace(name),
  };
  await namespace.ip('link set lo up');
  return namespace;
}

/** A folder of this process's own, which goes with its leftovers where it was killed. */
export const makeLabFolder = (): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-lab-`));

/** Removes namespaces and folders whose process is gone, as after a run that was killed. */
export async function removeLeftovers(): Promise<void> {
  const names = (await run('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0]);
  for (const name of names) {
    if (name && isLeftover(name)) await removeNamespace(name);
  }
  for (const name of await readdir(tmpdir())) {
    if (!isLeftover(name)) continue;
    await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isLeftover(name: string): boolean {
  const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
  return owner !== undefined && !isAlive(Number(owner));
}

async function removeNamespace(name: string): Promise<void> {
  await signalInside(name, 'SIGKILL');
  await run('ip', ['netns', 'del', name]).catch(() => '');
}

async function signalInside(name: string, sent: NodeJS.Signals): Promise<void> {
  const inside = await run('ip', ['netns', 'pids', name]).catch(() => '');
  for (const id of inside.split('\n').filter(Boolean)) signal(Number(id), sent);
}

const isAlive = (processId: number): boolean => signal(processId, 0);

/** False where there is no such process any more. */
function signal(processId: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(processId, name);
    return true;
  } catch {
    return false;
  }
}
