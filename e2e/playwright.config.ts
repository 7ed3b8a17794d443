import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './support/global-setup.ts',
  outputDir: '../test-results',
  // One screen, one encoder, two cores: journeys run one after the other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Twice what the longest journey takes on two busy cores.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./support/surroundings-reporter.ts']],
  use: { video: 'off', trace: 'retain-on-failure' },
});
