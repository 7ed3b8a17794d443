import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  globalSetup: '../../e2e/network/global-setup.ts',
  outputDir: '../../test-results/bench-recovery',
  workers: 1,
  retries: 0,
  timeout: 0,
  reporter: 'line',
  use: { video: 'off', trace: 'off' },
});
