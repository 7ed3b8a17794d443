import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DAY_MS = 24 * 3_600_000;

export type TestCertificate = { readonly cert: string; readonly key: string };

/** Makes a certificate that signs itself. Needs openssl. */
export function createCertificate(name: string, days = 90): TestCertificate {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-certificate-'));
  const file = (ending: string) => path.join(folder, ending);
  writeFileSync(file('index'), '');
  writeFileSync(
    file('conf'),
    `[req]\ndistinguished_name=subject\n[subject]\n
    [ca]\ndefault_ca=own\n[any]\ncommonName=supplied
    [own]\ndatabase=${file('index')}\nnew_certs_dir=${folder}\nrand_serial=yes
    default_md=sha256\npolicy=any
    [extensions]\nsubjectAltName=DNS:${name}\nbasicConstraints=CA:TRUE\n`,
  );
  const openssl = (...args: string[]) =>
    execFileSync('openssl', [...args, '-config', file('conf')], { stdio: 'ignore' });
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const dates = [
    ...['-startdate', toOpensslDate(Date.now() - 30 * DAY_MS)],
    ...['-enddate', toOpensslDate(Date.now() + days * DAY_MS)],
  ];
  openssl(
    'req',
    '-new',
    ...elliptic,
    '-keyout',
    file('key'),
    '-out',
    file('csr'),
    '-subj',
    '/CN=x',
  );
  openssl(
    ...['ca', '-batch', '-notext', '-selfsign', '-keyfile', file('key'), '-in', file('csr')],
    ...['-out', file('crt'), '-extensions', 'extensions', ...dates],
  );
  const made = { cert: readFileSync(file('crt'), 'utf8'), key: readFileSync(file('key'), 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

function toOpensslDate(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace(/[-:T]/g, '')
    .replace(/\.\d+Z$/, 'Z');
}
