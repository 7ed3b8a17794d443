import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in these. */
const TICKS_PER_SECOND = 100;
const AFTER_NAME = { parent: 1, userTicks: 11, systemTicks: 12 } as const;

type Process = { readonly id: number; readonly parent: number; readonly seconds: number };

/** CPU seconds that a process and everything it started has used, of what is still running. */
export function cpuSecondsOf(root: number): number {
  const processes = listProcesses();
  const tree = new Set([root]);
  // A child may have a lower number than its parent, so once is not enough.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { id, parent } of processes) if (tree.has(parent)) tree.add(id);
  }
  return processes.reduce((sum, { id, seconds }) => (tree.has(id) ? sum + seconds : sum), 0);
}

/** The process that was started with a word on its command line. */
export function findProcess(word: string): number {
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && read(`/proc/${name}/cmdline`).split('\0').includes(word)) {
      return Number(name);
    }
  }
  throw new Error(`no process was started with ${word}`);
}

function listProcesses(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const line = read(`/proc/${name}/stat`);
    // The name comes in brackets, and may hold anything.
    const words = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => words[index] ?? 0;
    const ticks = at(AFTER_NAME.userTicks) + at(AFTER_NAME.systemTicks);
    return [{ id: Number(name), parent: at(AFTER_NAME.parent), seconds: ticks / TICKS_PER_SECOND }];
  });
}

/** Empty where the process is gone meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
