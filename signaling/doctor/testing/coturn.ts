import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { findFreePorts, startProgram, untilListening } from '../../testing/program.ts';
import type { TestCertificate } from './certificate.ts';
import { untilRelaying } from './until-relaying.ts';

export const TURN_SECRET = 'only-the-two-servers-know-this';

const withSecret = ['use-auth-secret', `static-auth-secret=${TURN_SECRET}`];

/** A real TURN server on 127.0.0.1 that ends with the test. */
export type Coturn = { readonly port: number; readonly tlsPort: number };

/** @param lines further ones of its configuration */
export async function startCoturn(
  lines: readonly string[] = ['denied-peer-ip=0.0.0.0-255.255.255.255'],
  certificate?: TestCertificate,
): Promise<Coturn> {
  const [port, tlsPort] = (await findFreePorts(2)) as [number, number];
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-coturn-'));
  const file = (name: string) => path.join(folder, name);
  if (certificate !== undefined) {
    writeFileSync(file('cert'), certificate.cert);
    writeFileSync(file('key'), certificate.key);
  }
  const tls = [`tls-listening-port=${tlsPort}`, `cert=${file('cert')}`, `pkey=${file('key')}`];
  writeFileSync(
    file('conf'),
    [
      ...['listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', `listening-port=${port}`],
      ...['realm=test', 'fingerprint', 'no-cli', 'no-dtls', 'log-file=stdout'],
      ...['simple-log', `pidfile=${file('pid')}`, `userdb=${file('db')}`],
      ...(certificate === undefined ? ['no-tls'] : tls),
      ...(lines.some((line) => /^(lt-cred-mech|use-auth-secret)/.test(line)) ? [] : withSecret),
      ...lines,
      '',
    ].join('\n'),
  );
  const program = startProgram('turnserver', ['-c', file('conf')], {});
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await untilListening(port, program);
  if (!lines.includes('no-udp')) await untilRelaying(port);
  return { port, tlsPort };
}
