import { Worker } from 'node:worker_threads';
import type { Target } from './target.ts';

/** No input may keep a parser busy this long, on however slow a machine. */
const PATIENCE_MS = 20_000;

/** A thread of its own: a parser that never comes back would hold up every timer of this one. */
const program = `
const { parentPort, workerData: { counter, patienceMs, origin } } = require('node:worker_threads');
let name = 'The fuzzer';
let seen = -1;
parentPort.on('message', (next) => { name = next; });
setInterval(() => {
  const count = Atomics.load(counter, 0);
  if (count !== seen) { seen = count; return; }
  const sentence = name + ' did not come back from its input number ' + count + ' (' + origin + ')';
  require('node:fs').writeSync(2, sentence + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, patienceMs);
`;

/** Sees to it that a parser that never comes back is named. */
export type Watchdog = { watched<Input>(target: Target<Input>): Target<Input> };

/**
 * Ends this process when no input has been done for a while, saying which one it was.
 * @param origin what leads to the same inputs again
 */
export function startWatchdog(origin: string): Watchdog {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { counter, patienceMs: PATIENCE_MS, origin };
  const worker = new Worker(program, { eval: true, workerData });
  // It alone is no reason to go on.
  worker.unref();
  let current = '';
  const count = (name: string) => {
    if (name !== current) {
      current = name;
      Atomics.store(counter, 0, 0);
      worker.postMessage(name);
    }
    Atomics.add(counter, 0, 1);
  };
  return {
    watched: (target) => ({
      ...target,
      examine(input) {
        count(target.name);
        return target.examine(input);
      },
      feed(input) {
        count(target.name);
        return target.feed(input);
      },
    }),
  };
}
