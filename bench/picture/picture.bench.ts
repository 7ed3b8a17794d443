import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';
import { ALL_CONTENDERS } from './contenders/all-contenders.ts';
import { openLab } from './lab.ts';
import { launch } from './launch.ts';
import type { Topology } from './network/topology.mjs';
import { planLaunches } from './plan.ts';
import type { LaunchResult } from './results.ts';
import { FULL, QUICK } from './scenarios.ts';

const {
  BENCH_TOPOLOGY = '{}',
  BENCH_QUICK,
  BENCH_ONLY = '',
  BENCH_ROUNDS,
  BENCH_CONTENDERS = '',
  BENCH_RESULTS = 'results.jsonl',
} = process.env;
const isQuick = BENCH_QUICK === '1';

test('picture', async () => {
  const planned = planLaunches(
    isQuick ? QUICK : FULL,
    ALL_CONTENDERS.map(({ name }) => name),
    {
      only: BENCH_ONLY,
      contenders: BENCH_CONTENDERS.split(',').filter(Boolean),
      rounds: Number(BENCH_ROUNDS || (isQuick ? 1 : 3)),
    },
  );
  if (planned.length === 0) throw new Error('nothing to measure has such a name');
  mkdirSync(path.dirname(BENCH_RESULTS), { recursive: true });
  writeFileSync(BENCH_RESULTS, '');
  const lab = await openLab(JSON.parse(BENCH_TOPOLOGY) as Topology);
  try {
    for (const [index, { scenario, contender: name, round }] of planned.entries()) {
      const contender = ALL_CONTENDERS.find((known) => known.name === name);
      if (!contender) continue;
      const result = await launch(lab, contender, scenario, round);
      // What an interruption broke off says nothing.
      if (test.info().status === 'interrupted') break;
      // A line for each, written at once: a run that is interrupted keeps what it has.
      appendFileSync(BENCH_RESULTS, `${JSON.stringify(result)}\n`);
      console.log(`${index + 1}/${planned.length} ${brief(result)}`);
    }
  } finally {
    await lab.close();
  }
});

function brief({ scenario, contender, round, figures, notes, failure }: LaunchResult): string {
  const shown = (name: string, unit: string) => {
    const value = figures[name];
    return value === undefined || value === null ? [] : [`${name} ${value.toFixed(1)}${unit}`];
  };
  const facts = [
    ...shown('join.readableMs', ' ms'),
    ...shown('typing.p50Ms', ' ms'),
    ...shown('clip.p50Ms', ' ms'),
    ...shown('code.wordsMs', ' ms'),
    ...shown('crowd.presenterCpuPerViewer', ''),
  ];
  return `${scenario}, ${contender}, round ${round}: ${facts.join(', ')} ${notes.codec ?? ''} ${failure ?? ''}`;
}
