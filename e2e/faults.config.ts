import { defineConfig } from '@playwright/test';
import network from './network.config.ts';

/** Everything that can go wrong during a share: `npm run e2e:faults`. */
export default defineConfig(network, {
  testDir: 'faults',
  outputDir: '../test-results/faults',
  timeout: 180_000,
  // The picture has this long to come back after a fault.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./faults/gap-reporter.ts']],
});
