import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hasEnded, takeAlong } from './children.mjs';

const READY_TIMEOUT_MS = 120_000;

/**
 * A second process of the load generator, for sockets whose work must not delay the others'.
 * @typedef {{ end: () => Promise<void> }} Companion
 */

/**
 * Starts a program of this folder and waits until it says that it is ready.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Companion>}
 */
export async function startCompanion(program, args) {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args);
  takeAlong(child);
  const ended = once(child, 'exit');
  const patience = AbortSignal.timeout(READY_TIMEOUT_MS);
  await Promise.race([once(child, 'message', { signal: patience }), ended]);
  if (hasEnded(child)) throw new Error(`${program} ${args.join(' ')} ended at once`);
  return {
    async end() {
      if (hasEnded(child)) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}
