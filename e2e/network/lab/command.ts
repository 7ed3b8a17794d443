import { execFile } from 'node:child_process';

const PATIENCE_MS = 10_000;

/**
 * Runs a program to its end and resolves with what it printed.
 * @param input what it reads from standard input
 * @throws an Error with the command and what it printed on standard error
 */
export function run(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: PATIENCE_MS, maxBuffer: 16 * 1024 * 1024 };
    const child = execFile(program, args, options, (error, printed, complaint) => {
      if (!error) return resolve(printed);
      const command = [program, ...args].join(' ');
      reject(new Error(`${command}: ${complaint.trim() || error.message}\n${input}`));
    });
    // A program that ends without reading its input must not end the run.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
