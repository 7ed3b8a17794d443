import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { isStandIn } from './desktop-app.ts';

/** Says at the end what the desktop journeys really ran on, and how many journeys passed. */
export default class SurroundingsReporter implements Reporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #desktopJourneys: string[] = [];

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (status === 'passed' || status === 'skipped') this.#counts[status] += 1;
    else this.#counts.failed += 1;
    if (test.tags.includes('@desktop')) this.#desktopJourneys.push(test.title);
  }

  onEnd(_result: FullResult): void {
    const { passed, failed, skipped } = this.#counts;
    if (isStandIn && this.#desktopJourneys.length > 0) {
      console.log('\nNot verified on real Electron (its program is not installed here), only on');
      console.log('the stand-in of e2e/stand-in, which names what it cannot prove:');
      for (const title of this.#desktopJourneys) console.log(`  - ${title}`);
    }
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
