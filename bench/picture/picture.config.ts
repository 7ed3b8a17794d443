import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench-picture',
  workers: 1,
  retries: 0,
  timeout: 0,
  expect: { timeout: 60_000 },
  reporter: [['line'], ['./report/report-reporter.ts']],
  use: { video: 'off', trace: 'off' },
});
