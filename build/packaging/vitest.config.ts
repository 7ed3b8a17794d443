import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What `npm run package:check` looks at in the packages it has just made. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['build/packaging/**/*.check.ts'], environment: 'node', testTimeout: 60_000 },
});
