import { connect } from 'node:tls';
import { type Check, codeOf, failed, ok, warning } from './check.ts';
import type { Cause } from './problems.ts';
import { placeOf, type Site, toConnectOptions } from './site.ts';

const DAY_MS = 24 * 3_600_000;
const ENDING_DAYS = 10;

/** What TLS there is at the site, and whose certificate. */
export async function checkCertificate(site: Site, nowMs: number): Promise<Check> {
  const name = 'certificate';
  const place = placeOf(site);
  const shown = await readCertificate(site).catch((error: unknown) => codeOf(error));
  if (typeof shown === 'string') {
    return failed(name, `no TLS at ${place} (${shown})`, { cause: 'no-tls', subject: place });
  }
  const { endsAtMs, fault } = shown;
  if (fault !== undefined) {
    return failed(name, `not accepted (${fault})`, {
      cause: causeOf(fault),
      subject: site.host,
    });
  }
  const days = Math.floor((endsAtMs - nowMs) / DAY_MS);
  const text = `good for ${days} more days`;
  if (days >= ENDING_DAYS) return ok(name, text);
  return warning(name, text, { cause: 'certificate-ending', subject: site.host });
}

/** Which certificate fault an OpenSSL code stands for. */
function causeOf(code: string): Cause {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'certificate-expired';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'certificate-name';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'certificate-incomplete';
    default:
      return 'certificate-untrusted';
  }
}

function readCertificate(
  site: Site,
): Promise<{ readonly endsAtMs: number; readonly fault: string | undefined }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...toConnectOptions(site), rejectUnauthorized: false }, () => {
      const { valid_to } = socket.getPeerCertificate();
      // Node's types have an Error here; it is the error or its code.
      const error: unknown = socket.authorizationError ?? undefined;
      const fault = error instanceof Error ? codeOf(error) : error;
      resolve({
        endsAtMs: Date.parse(valid_to),
        fault: fault === undefined ? undefined : String(fault),
      });
      socket.destroy();
    });
    socket.setTimeout(site.timeoutMs, () =>
      socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
    );
    socket.once('error', reject);
  });
}
