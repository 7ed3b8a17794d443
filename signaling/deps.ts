import { randomBytes } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import type { AnswerOther } from './http-routes.ts';
import type { NetworkInterfaces } from './lan-origins.ts';
import { type Log, silentLog } from './log.ts';

/** Calls back once after a delay; what it returns cancels. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void;

/** What the service needs from its surroundings. */
export type SignalingDeps = {
  /** A clock that never jumps, in milliseconds. */
  now(): number;
  /** The time of day in milliseconds since 1970, which other computers read alike. */
  unixNow(): number;
  setTimer: SetTimer;
  randomHex(byteCount: number): string;
  networkInterfaces(): NetworkInterfaces;
  /** This computer's own name. */
  hostname(): string;
  log: Log;
  /** What the program around the service answers over HTTP, at addresses of its own. */
  answerOther?: AnswerOther;
};

/** The real clock, timers, randomness and network interfaces; logs nothing. */
export const defaultDeps: SignalingDeps = {
  now: () => performance.now(),
  unixNow: () => Date.now(),
  setTimer: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  randomHex: (byteCount) => randomBytes(byteCount).toString('hex'),
  networkInterfaces,
  hostname,
  log: silentLog,
};

/** Calls back again and again until the function it returns is called. */
export function repeat(setTimer: SetTimer, intervalMs: number, callback: () => void): () => void {
  const tick = () => {
    cancel = setTimer(tick, intervalMs);
    callback();
  };
  let cancel = setTimer(tick, intervalMs);
  return () => cancel();
}
