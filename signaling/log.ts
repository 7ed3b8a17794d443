import { type DestinationStream, pino } from 'pino';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the service writes: never codes, room ids, payloads, tokens or addresses. */
export type Log = {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
};

/** A log of one JSON object per line, so no text from outside can forge a line. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

const ignore = () => {};
export const silentLog: Log = { error: ignore, warn: ignore, info: ignore, debug: ignore };
