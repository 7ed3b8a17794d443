import path from 'node:path';
import { repositoryRoot } from '../../support/signaling-service.ts';
import type { Internet } from './internet.ts';
import { type LabProgram, startProgram } from './lab-program.ts';
import { BEHIND_FRONT } from './tls-front.ts';

/** What the service tells members about STUN and TURN. */
export type IceSettings = {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** Shared with coturn; needed with `turnUrls`. */
  readonly turnSecret?: string;
  readonly turnLifetimeMs?: number;
};

export const NO_ICE_SERVERS: IceSettings = { stunUrls: [], turnUrls: [] };

/** The built app; another one can be named, to compare two. */
const built = process.env.SIGHTLINE_OUT ?? path.join(repositoryRoot, 'out');
const program = path.join(built, 'signaling/cli.js');

/** Starts the real service, as built, behind the lab's TLS front. */
export function startSignalingIn(
  { namespace }: Internet,
  origin: string,
  { stunUrls, turnUrls, turnSecret, turnLifetimeMs }: IceSettings,
): Promise<LabProgram> {
  const lifetime = turnLifetimeMs === undefined ? [] : ['--turn-lifetime-ms', `${turnLifetimeMs}`];
  return startProgram(namespace, {
    program: process.execPath,
    args: [
      program,
      ...['--host', BEHIND_FRONT.host, '--port', String(BEHIND_FRONT.port)],
      ...['--public-url', origin, '--trusted-proxy', BEHIND_FRONT.host],
      '--no-public-stun',
      ...stunUrls.flatMap((url) => ['--stun', url]),
      ...turnUrls.flatMap((url) => ['--turn', url]),
      ...lifetime,
    ],
    env: turnSecret === undefined ? {} : { SIGHTLINE_TURN_SECRET: turnSecret },
    ready: /Ctrl\+C stops it/,
  });
}
