import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { end } from './x-screen.ts';

export const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const program = path.join(repositoryRoot, 'out/signaling/cli.js');

export type SignalingService = {
  /** Origin of the web app, such as `http://127.0.0.1:40001`. */
  readonly origin: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with nothing remembered. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts the real service, as built, on a free port of the loopback interface.
 * @param options further options of its command line
 */
export async function startSignalingService(
  options: readonly string[] = [],
): Promise<SignalingService> {
  let running = await launch(0, options);
  const { port } = running;
  return {
    origin: `http://127.0.0.1:${port}`,
    kill: () => end(running.program, 'SIGKILL'),
    restart: async () => {
      running = await launch(port, options);
    },
    close: () => end(running.program),
  };
}

async function launch(
  port: number,
  options: readonly string[],
): Promise<{ program: ChildProcess; port: number }> {
  const args = [program, '--host', '127.0.0.1', '--port', String(port), ...options];
  const service = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return { program: service, port: await printedPort(service) };
}

/** The port in the first address the service prints. */
export function printedPort(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    service.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = /http:\/\/[^\s:]+:(\d+)/.exec(printed);
      if (found) resolve(Number(found[1]));
    });
    service.once('exit', (code) => {
      reject(new Error(`the signaling service ended with code ${code}: ${printed}`));
    });
  });
}
