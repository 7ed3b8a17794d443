import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { untilRelaying } from '../../../signaling/doctor/testing/until-relaying.ts';
import { runCli } from '../../../signaling/run-cli.ts';
import {
  findFreePorts,
  type Program,
  startProgram,
  untilListening,
} from '../../../signaling/testing/program.ts';
import { readComposeEnvironment } from './compose-environment.ts';

export const NAME = 'share.sightline.test';
export const TURN_NAME = 'turn.sightline.test';
export const PAGE = '<title>the web app</title>';
export const SECRET = '5ec1e7'.repeat(10);

const folder = fileURLToPath(new URL('..', import.meta.url));

export type Deployment = {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly turnPort: number;
  /** The certificate of the authority that this deployment made for itself. */
  readonly ca: string;
  /** Where Caddy keeps the certificate of a name, without the ending. */
  certificateOf(name: string): string;
  close(): Promise<void>;
};

/**
 * Starts everything compose.yaml starts, with the shipped files, on free ports of 127.0.0.1. The
 * service runs in this process; HAProxy, Caddy and coturn are this machine's.
 */
export async function startDeployment(
  service: Readonly<Record<string, string>> = {},
): Promise<Deployment> {
  const [httpPort, certificatePort, httpsPort, turnPort, servicePort] = (await findFreePorts(
    5,
  )) as [number, number, number, number, number];
  const run = mkdtempSync(path.join(tmpdir(), 'sightline-deploy-'));
  const given = {
    SIGHTLINE_NAME: NAME,
    TURN_NAME,
    PUBLIC_ADDRESS: '127.0.0.1',
    LOCAL_ADDRESS: '127.0.0.1',
    PUBLIC_ADDRESS6: hasIpv6() ? '::1' : '',
    CERTIFICATE_AUTHORITY: 'local',
    HTTP_PORT: `${httpPort}`,
    CERTIFICATE_PORT: `${certificatePort}`,
    HTTPS_PORT: `${httpsPort}`,
    TURN_PORT: `${turnPort}`,
    SERVICE_PORT: `${servicePort}`,
  };
  const secretFile = path.join(run, 'turn-secret');
  writeFileSync(secretFile, SECRET);
  mkdirSync(path.join(run, 'web'));
  writeFileSync(path.join(run, 'web/index.html'), PAGE);
  const data = path.join(run, 'data');
  const envOf = (part: string) => ({
    ...readComposeEnvironment(part, given),
    BIND_ADDRESS: '127.0.0.1',
    RUN_FOLDER: path.join(run, part),
    TURN_SECRET_FILE: secretFile,
    XDG_DATA_HOME: data,
    XDG_CONFIG_HOME: data,
    RENEWAL_CHECK_SECONDS: '1',
  });

  const programs: Program[] = [];
  const start = (part: string, command: string, ...args: string[]) => {
    const program = startProgram(command, args, envOf(part));
    programs.push(program);
    return program;
  };
  const stopService = await startService(
    {
      ...readComposeEnvironment('service', given),
      SIGHTLINE_TURN_SECRET_FILE: secretFile,
      ...service,
    },
    path.join(run, 'web'),
  );
  const close = async () => {
    await Promise.all(programs.map((program) => program.close()));
    await stopService();
    rmSync(run, { recursive: true, force: true });
  };
  try {
    const caddy = start('certificates', 'caddy', 'run', '--config', `${folder}/Caddyfile`);
    const turn = start('turn', 'sh', `${folder}/turn.sh`);
    const front = start('front', 'sh', `${folder}/front.sh`);
    await untilListening(httpPort, caddy);
    await untilListening(turnPort, turn);
    await untilRelaying(turnPort);
    await untilListening(httpsPort, front);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    httpPort,
    httpsPort,
    turnPort,
    ca: readFileSync(path.join(data, 'caddy/pki/authorities/local/root.crt'), 'utf8'),
    certificateOf: (name) => path.join(data, 'caddy/certificates/local', name, name),
    close,
  };
}

/** Whether this machine has IPv6, if only to itself. */
export function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((all) =>
    all?.some(({ family }) => family === 'IPv6'),
  );
}

/** Runs the command as the container does; resolves once it listens. */
async function startService(env: Record<string, string>, webRoot: string) {
  let stop: (signalName: string) => void = () => {};
  let written = '';
  const output = { write: (text: string) => (written += text) };
  const isStarted = new Promise<void>((resolve) => {
    const code = runCli([], env, {
      stdout: output,
      stderr: output,
      version: '1.2.3',
      webRoot,
      onStop(listener) {
        stop = (name) => {
          listener(name);
          return code;
        };
        resolve();
        return () => {};
      },
    });
    void code.then(() => resolve());
  });
  await isStarted;
  if (!written.includes('Ctrl+C')) throw new Error(`the service did not start: ${written}`);
  return async () => stop('SIGTERM');
}
