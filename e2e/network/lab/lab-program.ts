import type { ChildProcess } from 'node:child_process';
import { end } from '../../support/x-screen.ts';
import type { Namespace } from './namespace.ts';
import { waitForLine } from './wait-for-line.ts';

/** A server of the lab, which can fail and come back. */
export type LabProgram = {
  /** Ends it at once, as a crash or a power cut would; nothing says goodbye. */
  kill(): Promise<void>;
  /** Starts it again as it was started first, with nothing remembered. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts a server inside a namespace and resolves when it is ready.
 * @param ready matches the line it prints then
 */
export async function startProgram(
  namespace: Namespace,
  {
    program,
    args,
    env,
    ready,
  }: { program: string; args: readonly string[]; env?: NodeJS.ProcessEnv; ready: RegExp },
): Promise<LabProgram> {
  const launch = async (): Promise<ChildProcess> => {
    const options = {
      stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    };
    const child = namespace.start(program, args, options);
    await waitForLine(child, ready);
    return child;
  };
  let running = await launch();
  return {
    kill: () => end(running, 'SIGKILL'),
    restart: async () => {
      await end(running, 'SIGKILL');
      running = await launch();
    },
    close: () => end(running),
  };
}
