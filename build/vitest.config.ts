import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['{main,preload,renderer,signaling,build,bench}/**/*.test.ts'],
    environment: 'node',
    // Properties are tried hundreds of times: a busy machine takes longer, and is not wrong.
    testTimeout: 60_000,
  },
});
