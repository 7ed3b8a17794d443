import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type Figures, NO_PICTURE, routeFigures } from './route-figures.ts';

type Row = { runs: number; connected: number; relayed: number; wronglyRelayed: number };
type Skipped = { readonly title: string; readonly reason: string };

/**
 * Tells how often each topology connected and how often a relay was used although a direct way
 * existed; writes the same as JSON. Names every journey this machine could not run.
 */
export default class FiguresReporter implements Reporter {
  #rows = new Map<string, Row>();
  #skipped: Skipped[] = [];
  #counts = { passed: 0, failed: 0 };
  #folder = '';

  onBegin(config: FullConfig): void {
    this.#folder = config.projects[0]?.outputDir ?? '.';
  }

  onTestEnd({ title }: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      const reason =
        result.annotations.find(({ type }) => type === 'skip')?.description ?? 'skipped';
      this.#skipped.push({ title, reason });
      return;
    }
    this.#counts[result.status === 'passed' ? 'passed' : 'failed'] += 1;
    if (result.annotations.some(({ type }) => type === NO_PICTURE.type)) return;
    const figures = routeFigures(result.annotations);
    this.#rows.set(title, added(this.#rows.get(title), figures, result.status === 'passed'));
  }

  onEnd(): void {
    for (const reason of new Set(this.#skipped.map((skipped) => skipped.reason))) {
      console.log(`\nNOT RUN: ${reason}`);
      const titles = this.#skipped.filter((skipped) => skipped.reason === reason);
      for (const { title } of titles) console.log(`  - ${title}`);
    }
    if (this.#rows.size > 0) this.#tellRows();
    const { passed, failed } = this.#counts;
    console.log(`\n${passed} passed, ${failed} failed, ${this.#skipped.length} skipped`);
  }

  #tellRows(): void {
    console.log('\nconnected  relayed  though direct was possible  where');
    for (const [title, { runs, connected, relayed, wronglyRelayed }] of this.#rows) {
      const cells = [`${connected}/${runs}`.padEnd(9), `${relayed}`.padEnd(7)];
      console.log([...cells, `${wronglyRelayed}`.padEnd(26), title].join('  '));
    }
    const file = path.join(this.#folder, 'figures.json');
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(this.#rows), null, 2)}\n`);
    console.log(`Written to ${path.relative(process.cwd(), file)}`);
  }
}

/** A run counts as relayed when any of its pictures was, and as connected when all arrived. */
function added(row: Row | undefined, figures: readonly Figures[], hasPassed: boolean): Row {
  const { runs, connected, relayed, wronglyRelayed } = row ?? EMPTY;
  const wrong = figures.some(({ isRelayed, isDirectPossible }) => isRelayed && isDirectPossible);
  return {
    runs: runs + 1,
    connected: connected + (hasPassed || wrong ? 1 : 0),
    relayed: relayed + (figures.some(({ isRelayed }) => isRelayed) ? 1 : 0),
    wronglyRelayed: wronglyRelayed + (wrong ? 1 : 0),
  };
}

const EMPTY: Row = { runs: 0, connected: 0, relayed: 0, wronglyRelayed: 0 };
