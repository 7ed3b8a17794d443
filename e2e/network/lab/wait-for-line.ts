import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const PATIENCE_MS = 15_000;

/**
 * Resolves when a program has printed `pattern`, on either output; both are read to their end, so
 * that a full pipe never stops the program.
 * @throws an Error with what it printed, when it ends before, or says nothing of the kind for long
 */
export function waitForLine(program: ChildProcess, pattern: RegExp): Promise<void> {
  const printed: string[] = [];
  const found = new Promise<void>((resolve, reject) => {
    const fail = (how: string) => {
      reject(new Error(`${program.spawnargs.join(' ')} ${how}:\n${printed.join('\n')}`));
    };
    const patience = setTimeout(fail, PATIENCE_MS, `did not print ${pattern}`);
    const succeed = () => {
      clearTimeout(patience);
      resolve();
    };
    for (const output of [program.stdout, program.stderr]) {
      if (!output) continue;
      createInterface({ input: output }).on('line', (line) => {
        if (printed.length < 200) printed.push(line);
        if (pattern.test(line)) succeed();
      });
    }
    program.once('error', reject);
    program.once('close', (code) => fail(`ended with code ${code}`));
  });
  return found;
}
