import type { IceConfiguration } from '../protocol.ts';
import { type Check, failed, ok, warning } from './check.ts';

/** Beyond that a credential may be refused although it should be good. */
const TOLERANCE_MS = 30_000;

/** How the server's clock stands against this machine's. */
export type Clock = { readonly differenceMs: number; readonly isOff: boolean };

/**
 * Reads the server's clock from the credentials it made, else from its HTTP date.
 * @param dateMs of the answer to the health check
 * @param nowMs this machine's time when the answers came
 */
export function readClock(
  ice: IceConfiguration,
  dateMs: number | undefined,
  nowMs: number,
): Clock | undefined {
  const expiresAtMs = expiryOf(ice);
  const { iceLifetimeMs } = ice;
  const madeAtMs =
    expiresAtMs === undefined || iceLifetimeMs === undefined ? dateMs : expiresAtMs - iceLifetimeMs;
  if (madeAtMs === undefined) return undefined;
  const differenceMs = madeAtMs - nowMs;
  return { differenceMs, isOff: Math.abs(differenceMs) > TOLERANCE_MS };
}

/** @param isFatal whether a relay refuses credentials because of it */
export function checkClock({ differenceMs, isOff }: Clock, isFatal: boolean): Check {
  const seconds = Math.round(differenceMs / 1000);
  const text = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} this machine's`;
  if (!isOff) return ok('clock', text);
  const problem = { cause: 'clock-off', subject: `${Math.abs(seconds)} s` } as const;
  return isFatal ? failed('clock', text, problem) : warning('clock', text, problem);
}

/** When credentials made for one member end, in milliseconds since 1970. */
function expiryOf({ iceServers }: IceConfiguration): number | undefined {
  for (const { username } of iceServers) {
    const seconds = /^(\d{9,11}):/.exec(username ?? '')?.[1];
    if (seconds !== undefined) return Number(seconds) * 1000;
  }
  return undefined;
}
