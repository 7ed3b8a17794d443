import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inUrl } from './addresses.ts';
import type { Certificates } from './certificates.ts';
import type { Internet } from './internet.ts';
import { type LabProgram, startProgram } from './lab-program.ts';

/** A STUN and TURN server with time-limited credentials. */
export type Coturn = LabProgram & {
  /** The secret it shares with the signaling service. */
  readonly secret: string;
  readonly stunUrls: readonly string[];
  /** By UDP, by TCP, and by TLS on 443. */
  readonly turnUrls: readonly string[];
};

/** Starts coturn in the public network, at the plan's relay address. */
export async function startCoturn(
  { plan, namespace }: Internet,
  certificates: Certificates,
  folder: string,
): Promise<Coturn> {
  const secret = 'only-for-the-network-lab';
  const address = plan.relay;
  await mkdir(folder, { recursive: true });
  const host = inUrl(address);
  const settings = path.join(folder, 'turnserver.conf');
  await writeFile(
    settings,
    [
      `listening-ip=${address}`,
      `relay-ip=${address}`,
      'listening-port=3478',
      // A second place to ask, by which a NAT that gives each place another port shows itself.
      `aux-server=${host}:3480`,
      'tls-listening-port=443',
      'min-port=49160',
      'max-port=49360',
      'realm=sightline.test',
      'fingerprint',
      'use-auth-secret',
      `static-auth-secret=${secret}`,
      `cert=${certificates.certificateFile}`,
      `pkey=${certificates.keyFile}`,
      'no-tlsv1',
      'no-tlsv1_1',
      'no-dtls',
      'no-cli',
      'no-tcp-relay',
      'no-multicast-peers',
      // Browsers do not say which family they want, and coturn would take it for IPv4 (RFC 8656).
      'allocation-default-address-family=keep',
      'user-quota=24',
      'simple-log',
      'log-file=stdout',
      `pidfile=${path.join(folder, 'coturn.pid')}`,
      `userdb=${path.join(folder, 'users.db')}`,
      '',
    ].join('\n'),
  );
  const program = await startProgram(namespace, {
    program: 'turnserver',
    args: ['-c', settings],
    // The last thing it says once every listener is open.
    ready: /Total General servers/,
  });
  return {
    ...program,
    secret,
    stunUrls: [`stun:${host}:3478`, `stun:${host}:3480`],
    turnUrls: [
      `turn:${host}:3478?transport=udp`,
      `turn:${host}:3478?transport=tcp`,
      `turns:${host}:443?transport=tcp`,
    ],
  };
}
