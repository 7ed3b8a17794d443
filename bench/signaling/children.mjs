/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/**
 * Makes sure that a process does not outlive this one.
 * @param {import('node:child_process').ChildProcess} child
 */
export function takeAlong(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** @param {import('node:child_process').ChildProcess} child */
export const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;
