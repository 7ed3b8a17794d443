import { record } from '../recorder.ts';

const traceOf = (error: unknown): string =>
  error instanceof Error && error.stack ? error.stack : String(error);

/** Electron shows a box or prints a warning, and goes on: so do we, on stderr. */
export function reportErrors(): void {
  process.on('uncaughtException', (error) => {
    record('uncaughtException', traceOf(error));
    process.stderr.write(`A JavaScript error occurred in the main process\n${traceOf(error)}\n`);
  });
  process.on('unhandledRejection', (error) => {
    record('unhandledRejection', traceOf(error));
    process.stderr.write(`UnhandledPromiseRejectionWarning: ${traceOf(error)}\n`);
  });
}
