#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';

/** From package.json, put in by the build. */
declare const SIGHTLINE_VERSION: string;

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  stdout: process.stdout,
  stderr: process.stderr,
  version: SIGHTLINE_VERSION,
  webRoot: fileURLToPath(new URL('../renderer', import.meta.url)),
  onStop: (listener) => {
    // Taken off after the first: a second Ctrl+C ends the process at once.
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
    return () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    };
  },
});
