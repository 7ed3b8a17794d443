import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './command.ts';

/** A certificate for the lab's servers, from an authority that only the lab's browsers trust. */
export type Certificates = {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** A home folder for browsers, whose certificate store holds the authority. */
  readonly home: string;
};

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/**
 * Makes an authority and one certificate for several addresses, so that `https:`, `wss:` and
 * `turns:` are verified as everywhere.
 * @param folder where the files go; private to the lab
 */
export async function createCertificates(
  folder: string,
  addresses: readonly string[],
): Promise<Certificates> {
  const file = (name: string) => path.join(folder, name);
  await run('openssl', [
    ...['req', '-x509', ...KEY, '-days', '2', '-subj', '/CN=Authority of the network lab'],
    ...['-addext', 'keyUsage=critical,keyCertSign'],
    ...['-keyout', file('authority.key'), '-out', file('authority.pem')],
  ]);
  await run('openssl', [
    ...['req', ...KEY, '-subj', '/CN=Servers of the network lab'],
    ...['-keyout', file('servers.key'), '-out', file('servers.csr')],
  ]);
  const names = addresses.map((address) => `IP:${address}`).join(',');
  const extensions = `subjectAltName=${names}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`;
  await writeFile(file('servers.ext'), extensions);
  await run('openssl', [
    ...['x509', '-req', '-days', '2', '-in', file('servers.csr'), '-extfile', file('servers.ext')],
    ...['-CA', file('authority.pem'), '-CAkey', file('authority.key'), '-CAcreateserial'],
    ...['-out', file('servers.pem')],
  ]);

  const store = file('home/.pki/nssdb');
  await mkdir(store, { recursive: true });
  await run('certutil', ['-N', '--empty-password', '-d', `sql:${store}`]);
  const authority = ['-t', 'C,,', '-n', 'lab', '-i', file('authority.pem')];
  await run('certutil', ['-A', '-d', `sql:${store}`, ...authority]);
  return {
    certificateFile: file('servers.pem'),
    keyFile: file('servers.key'),
    home: file('home'),
  };
}
