import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  ssr: { target: 'node', external: true },
  build: {
    ssr: 'fuzz/fuzz.ts',
    outDir: fileURLToPath(new URL('../out/fuzz', import.meta.url)),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'fuzz.js' } },
  },
});
