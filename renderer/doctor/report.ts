import type { PathPolicy } from '../peer/path-policy.ts';
import type { Cause } from './diagnosis.ts';
import { type AskedServer, checks, type Finding, type Findings } from './findings.ts';

/** What a report tells about the app itself. */
export type ReportedApp = {
  readonly version: string;
  readonly kind: 'desktop' | 'browser';
  /** Such as "Chrome on Linux"; `null` when not recognised. */
  readonly device: string | null;
};

/**
 * What a person may send to whoever helps: in English and in codes, in every language, because it
 * is read next to the documentation. Addresses, codes and credentials are not in it.
 */
export function createReport(
  app: ReportedApp,
  policy: PathPolicy,
  findings: Findings,
  cause: Cause,
): string {
  return [
    'Sightline connection check',
    `app: ${app.version} (${app.kind})`,
    `device: ${app.device ?? 'unknown'}`,
    `pictures travel: ${policy}`,
    `cause: ${cause}`,
    '',
    ...checks.map((check) => lineOf(check, findings[check])),
    '',
  ].join('\n');
}

function lineOf(name: string, { outcome, version, counts = {}, servers = [] }: Finding): string {
  const details = [
    ...(version === undefined ? [] : [`version ${version}`]),
    ...Object.entries(counts).map(([counted, count]) => `${counted} ${count}`),
    ...servers.map(serverPhrase),
  ];
  return `${name}: ${outcome}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

const serverPhrase = ({ host, outcome }: AskedServer) => `${reportableHost(host)} ${outcome}`;

/** A server's name, but never an address, in whatever notation. */
export function reportableHost(host: string): string {
  const isName = /^(?:[a-z0-9_-]{1,63}\.)*[a-z][a-z0-9-]{0,62}$/i.test(host);
  return isName && host.length <= 253 && !/\.local$/i.test(host) ? host : 'server by address';
}
