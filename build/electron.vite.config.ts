import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const inRepo = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  main: {
    build: {
      outDir: inRepo('out/main'),
      // One file is read four times as fast as the packages it came from, and is a fortieth of them.
      externalizeDeps: false,
      minify: true,
      lib: { entry: inRepo('main/main.ts'), formats: ['es'], fileName: () => 'main.js' },
    },
  },
  preload: {
    build: {
      outDir: inRepo('out/preload'),
      // A sandboxed preload script must be CommonJS.
      lib: {
        entry: {
          preload: inRepo('preload/preload.ts'),
          'bar-preload': inRepo('preload/bar-preload.ts'),
        },
        formats: ['cjs'],
        fileName: (_format, name) => `${name}.cjs`,
      },
    },
  },
  renderer: {
    root: inRepo('renderer'),
    plugins: [react()],
    resolve: {
      // The package's own entry needs Node's globals; its browser bundle brings what it uses.
      alias: { 'simple-peer': 'simple-peer/simplepeer.min.js' },
    },
    build: {
      outDir: inRepo('out/renderer'),
      emptyOutDir: true,
      // The same page is served to browsers, so it is built for those and not for Electron's own.
      target: 'es2022',
      // A data: URL script or style would be refused by the page's security policy.
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: inRepo('renderer/index.html'), bar: inRepo('renderer/bar.html') },
      },
    },
  },
});
