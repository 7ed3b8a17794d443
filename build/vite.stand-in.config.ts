import { chmodSync, writeFileSync } from 'node:fs';
import { build, defineConfig, type Plugin } from 'vite';

const pageScriptQuery = '?page-script';
const outDir = 'out/stand-in';
const executable = 'electron';

/** `import { pageScript } from './file.ts?page-script'`: the file, bundled, as text. */
function pageScripts(): Plugin {
  return {
    name: 'stand-in-page-scripts',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(pageScriptQuery)) return null;
      const entry = id.slice(0, -pageScriptQuery.length);
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          minify: false,
          lib: { entry, formats: ['iife'], name: 'standInPage' },
        },
      });
      const [output] = Array.isArray(result) ? result : [result];
      if (!output || !('output' in output)) throw new Error(`no bundle for ${entry}`);
      return `export const pageScript = ${JSON.stringify(output.output[0].code)};`;
    },
  };
}

function makeExecutable(): Plugin {
  return {
    name: 'stand-in-executable',
    writeBundle() {
      chmodSync(`${outDir}/${executable}`, 0o755);
      // A program without an extension takes its module kind from the nearest package.json.
      writeFileSync(`${outDir}/package.json`, '{ "type": "commonjs" }\n');
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [pageScripts(), makeExecutable()],
  ssr: { noExternal: true },
  build: {
    ssr: 'e2e/stand-in/electron.ts',
    outDir,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      // The reader of archives asks for it on Electron only.
      external: ['original-fs'],
      output: {
        format: 'cjs',
        entryFileNames: executable,
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
});
