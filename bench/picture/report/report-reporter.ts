import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter } from '@playwright/test/reporter';
import type { LaunchResult } from '../results.ts';
import { chartPage } from './chart-page.ts';
import { GOALS } from './goals.ts';
import { judge } from './judge.ts';
import { collectRows } from './medians.ts';
import { textReport } from './text-report.ts';

/** Prints and writes what was measured, also where the run was interrupted. */
export default class ReportReporter implements Reporter {
  onEnd(): void {
    const { BENCH_RESULTS = '', BENCH_JSON, BENCH_HTML } = process.env;
    if (!existsSync(BENCH_RESULTS)) return;
    const lines = readFileSync(BENCH_RESULTS, 'utf8').split('\n').filter(Boolean);
    const results = lines.map((line) => JSON.parse(line) as LaunchResult);
    if (results.length === 0) return;
    console.log(`\n${textReport(results)}`);
    if (BENCH_JSON) {
      const goals = judge(GOALS, collectRows(results));
      writeFileSync(BENCH_JSON, `${JSON.stringify({ goals, results }, null, 2)}\n`);
    }
    if (BENCH_HTML) writeFileSync(BENCH_HTML, chartPage(results));
  }
}
