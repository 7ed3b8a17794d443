import { lookup } from 'node:dns/promises';
import type { Check, DoctorDeps } from './check.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkClock, readClock } from './check-clock.ts';
import { checkRelays } from './check-relays.ts';
import { checkRoom } from './check-room.ts';
import { checkConnection, checkHealth, checkName, checkScheme } from './check-site.ts';

/** This machine's own resolver, IPv4 first because not every machine has IPv6, and clock. */
export const defaultDoctorDeps: DoctorDeps = {
  lookup: async (host) =>
    (await lookup(host, { all: true, verbatim: false })).map(({ address }) => address),
  unixNow: () => Date.now(),
  timeoutMs: 5_000,
};

/**
 * Looks at a deployment from outside. Each check rests on those before it: what cannot work
 * because of a failed one is left out. Never rejects, and ends in bounded time.
 * @param url http or https address without a path
 */
export async function examine(url: string, deps: DoctorDeps): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const hasFailed = () => checks.some(({ status }) => status === 'failed');
  const { check, site } = await checkName(new URL(url), deps);
  checks.push(check);
  if (site === undefined) return checks;

  checks.push(...(await checkConnection(site)));
  if (hasFailed()) return checks;
  const scheme = site.isSecure ? await checkCertificate(site, deps.unixNow()) : checkScheme(site);
  if (scheme !== undefined) checks.push(scheme);
  if (hasFailed()) return checks;
  const health = await checkHealth(site);
  checks.push(health.check);
  if (hasFailed()) return checks;
  const room = await checkRoom(site);
  checks.push(...room.checks);
  if (room.ice === undefined) return checks;

  const clock = readClock(room.ice, health.dateMs, deps.unixNow());
  const relays = await checkRelays(room.ice, clock?.isOff ?? false, deps);
  if (clock !== undefined) checks.push(checkClock(clock, relays.isUnauthorized));
  return [...checks, ...relays.checks];
}
