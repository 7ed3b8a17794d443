import { defineConfig } from '@playwright/test';

/** The app in every kind of network, and the bench that counts: `npm run e2e:network`. */
export default defineConfig({
  testDir: 'network',
  globalSetup: './network/global-setup.ts',
  outputDir: '../test-results/network',
  workers: 2,
  // A file shares its networks and browsers; the files run beside each other.
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./network/figures-reporter.ts']],
  use: { video: 'off', trace: 'retain-on-failure' },
});
