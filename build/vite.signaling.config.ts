import { chmodSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../out/signaling', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const makeExecutable: Plugin = {
  name: 'make-executable',
  writeBundle: () => chmodSync(`${outDir}/cli.js`, 0o755),
};

export default defineConfig({
  root,
  define: { SIGHTLINE_VERSION: JSON.stringify(version) },
  plugins: [makeExecutable],
  publicDir: false,
  ssr: { target: 'node', external: true },
  build: {
    ssr: 'signaling/cli.ts',
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'cli.js' } },
  },
});
