import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { attack, examineOnce, type Outcome } from './attack.ts';
import { readCorpus, toCorpusFile } from './corpus.ts';
import { checkCost } from './cost.ts';
import type { Target } from './target.ts';
import { clientFrame } from './targets/client-frame.ts';
import { deepLink } from './targets/deep-link.ts';
import { greeting } from './targets/greeting.ts';
import { linkSignal } from './targets/link-signal.ts';
import { peerMessage } from './targets/peer-message.ts';
import { sealedGreeting, sealedSignal } from './targets/sealed.ts';
import { serverFrame } from './targets/server-frame.ts';
import { settingsText } from './targets/settings-text.ts';
import { joinInput, roomCode } from './targets/typed-text.ts';
import { startWatchdog } from './watchdog.ts';

const DEFAULT_FRAMES = 200_000;
const MAX_FRAMES = 100_000_000;
const CORPUS = 'fuzz/corpus';

const { values } = parseArgs({
  options: { frames: { type: 'string' }, seed: { type: 'string' } },
});
const frames = wholeNumber('--frames', values.frames, DEFAULT_FRAMES);
const seed = wholeNumber('--seed', values.seed, randomInt(2 ** 31));
const quarter = Math.ceil(frames / 4);

type Attack = {
  readonly name: string;
  replay(input: unknown): Outcome;
  checkCost(): void;
  run(): Outcome;
  readonly frames: number;
};
/** Hides the type of a target's inputs, so that all targets go into one list. */
function prepare<Input>(unwatched: Target<Input>): Attack {
  const target = watchdog.watched(unwatched);
  return {
    name: target.name,
    frames: target.frames,
    replay: (input) => examineOnce(target, input as Input),
    checkCost: () => checkCost(target),
    run: () => attack(target, seed),
  };
}
const watchdog = startWatchdog(`seed ${seed}`);
const attacks: readonly Attack[] = [
  prepare(clientFrame(frames)),
  prepare(serverFrame(quarter)),
  prepare(sealedSignal(quarter)),
  prepare(sealedGreeting(quarter)),
  prepare(linkSignal(quarter)),
  prepare(peerMessage(quarter)),
  prepare(joinInput(quarter)),
  prepare(roomCode(quarter)),
  prepare(greeting(quarter)),
  prepare(settingsText(quarter)),
  prepare(deepLink(quarter)),
];

console.log(
  `Seed ${seed}. To see the same again: npm run fuzz -- --frames ${frames} --seed ${seed}`,
);

for (const { file, target, input } of readCorpus(CORPUS)) {
  const found = attacks.find(({ name }) => name === target);
  if (!found) fail(`${CORPUS}/${file} names a target that does not exist: ${target}`);
  else report(found.name, found.replay(input), `${CORPUS}/${file}`);
}
for (const { name, frames: count, run, checkCost: check } of attacks) {
  const startMs = performance.now();
  let outcome: Outcome;
  try {
    outcome = run();
    check();
  } catch (error) {
    fail(`${name} broke a promise that no single input shows (seed ${seed}): ${String(error)}`);
    continue;
  }
  report(name, outcome, `seed ${seed}`);
  if (!outcome.isWell) continue;
  const seconds = ((performance.now() - startMs) / 1_000).toFixed(1);
  const share = ((100 * outcome.accepted) / count).toFixed(0);
  console.log(`${name.padEnd(16)} ${count} frames, ${share} % of them valid, ${seconds} s: well`);
}

function report(name: string, outcome: Outcome, origin: string): void {
  if (outcome.isWell) return;
  const { name: file, text } = toCorpusFile(name, outcome.input);
  fail(
    [
      `${name} broke a promise (${origin}): ${String(outcome.error)}`,
      `The smallest input found. Mend the parser and keep this as ${CORPUS}/${file}:`,
      text,
    ].join('\n'),
  );
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function wholeNumber(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MAX_FRAMES * 100) return number;
  throw new Error(`${option} needs a whole number from 1`);
}
