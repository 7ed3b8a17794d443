import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const isWindows = process.platform === 'win32';

/**
 * Runs one command in the repository and shows its output; ends this process when it fails.
 * @param {string} title what the reader sees before the output
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's environment
 */
export function runStep(title, command, args, env = {}) {
  console.log(`\n> ${title}`);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    // npm is a .cmd file there, which only a shell can start.
    shell: isWindows && command === 'npm',
  });
  if (result.error) fail(`${title} could not start: ${result.error.message}`);
  if (result.status !== 0) fail(`${title} failed.`, result.status ?? 1);
}

/**
 * Starts a program, hands over this terminal and ends with its exit code.
 * @param {string} command
 * @param {string[]} args
 */
export function handOver(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => fail(`${command} could not start: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 0));
}

/**
 * Says what went wrong and ends.
 * @param {string} message
 * @param {number} [exitCode]
 * @returns {never}
 */
export function fail(message, exitCode = 1) {
  console.error(`\n${message}`);
  process.exit(exitCode);
}
