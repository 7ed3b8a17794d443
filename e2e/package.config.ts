import { defineConfig } from '@playwright/test';

/** The app out of its package: a step of `npm run package:check`. */
export default defineConfig({
  testDir: 'package',
  globalSetup: './support/global-setup.ts',
  outputDir: '../test-results/package',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./support/surroundings-reporter.ts']],
  use: { video: 'off', trace: 'retain-on-failure' },
});
