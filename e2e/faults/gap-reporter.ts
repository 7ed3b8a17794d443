import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Tells how long each fault kept the picture away, and names what this machine could not run. */
export default class GapReporter implements Reporter {
  #lines: string[] = [];
  #notRun = new Map<string, string>();
  #counts = { passed: 0, failed: 0 };

  onTestEnd({ title }: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      const reason = result.annotations.find(({ type }) => type === 'skip')?.description;
      this.#notRun.set(title, reason ?? 'skipped');
      return;
    }
    const hasPassed = result.status === 'passed';
    this.#counts[hasPassed ? 'passed' : 'failed'] += 1;
    const gap = result.annotations.findLast(({ type }) => type === 'gap')?.description;
    const longest = gap === undefined ? '-' : `${(Number(gap) / 1_000).toFixed(1)} s`;
    this.#lines.push(`${longest.padEnd(9)} ${hasPassed ? '' : '(FAILED) '}${title}`);
  }

  onEnd(): void {
    if (this.#lines.length > 0) console.log('\nLongest time without a new frame, fault included:');
    for (const line of this.#lines) console.log(`  ${line}`);
    for (const [title, reason] of this.#notRun) console.log(`NOT RUN: ${title} (${reason})`);
    const { passed, failed } = this.#counts;
    console.log(`\n${passed} passed, ${failed} failed, ${this.#notRun.size} skipped`);
  }
}
