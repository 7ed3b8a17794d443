import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Takes the pictures of the documentation from the real app: `npm run screenshots`. */
export default defineConfig(journeys, {
  testDir: 'screenshots',
  reporter: 'list',
  timeout: 180_000,
});
