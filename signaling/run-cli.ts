import { createHelp } from './cli-help.ts';
import { type CliRequest, parseCli } from './cli-options.ts';
import { DOCTOR_USAGE } from './doctor/doctor-options.ts';
import { defaultDoctorDeps, examine } from './doctor/examine.ts';
import { exitCodeOf, writeJsonReport, writeReport } from './doctor/report.ts';
import { findFreePort } from './free-port.ts';
import { createLog } from './log.ts';
import { type SignalingServer, startSignalingServer } from './server.ts';

type Output = { write(text: string): unknown };

/** What the command needs from its surroundings. */
export type CliIo = {
  stdout: Output;
  stderr: Output;
  version: string;
  /** Where the built web app lies unless `--web-root` says otherwise. */
  webRoot: string;
  /** Calls back when the process is asked to end; returns what stops listening. */
  onStop(listener: (signalName: string) => void): () => void;
};

type StartRequest = Extract<CliRequest, { name: 'start' }>;

/** Runs the command to its end. Resolves with the exit code. */
export async function runCli(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  io: CliIo,
): Promise<number> {
  const request = parseCli(argv, env);
  switch (request.name) {
    case 'help':
      io.stdout.write(createHelp());
      return 0;
    case 'version':
      io.stdout.write(`${io.version}\n`);
      return 0;
    case 'mistake':
      io.stderr.write(`${request.sentence} Try sightline-signaling --help.\n`);
      return 2;
    case 'start':
      return serve(request, io);
    case 'doctor-help':
      io.stdout.write(DOCTOR_USAGE);
      return 0;
    case 'doctor': {
      const checks = await examine(request.url, defaultDoctorDeps);
      io.stdout.write(request.isJson ? writeJsonReport(checks) : writeReport(checks));
      return exitCodeOf(checks);
    }
  }
}

async function serve({ options, logLevel }: StartRequest, io: CliIo): Promise<number> {
  const log = createLog(logLevel, { write: (line: string) => io.stderr.write(line) });
  const { version, webRoot } = io;
  let server: SignalingServer;
  try {
    server = await startSignalingServer({ webRoot, ...options, version }, { log });
  } catch (error) {
    io.stderr.write(`${await explainStart(error, options)}\n`);
    return 1;
  }
  io.stdout.write(describeAddresses(server, options, version));

  const signalName = await new Promise<string>((resolve) => {
    const stopListening = io.onStop((name) => {
      stopListening();
      resolve(name);
    });
  });
  io.stdout.write('Stopping.\n');
  await server.close(signalName);
  return 0;
}

function describeAddresses(
  { port, origins }: SignalingServer,
  { host = '0.0.0.0', publicUrl }: StartRequest['options'],
  version: string,
): string {
  const isOnLoopback = host === '0.0.0.0' || host === '::' || host.startsWith('127.');
  const local = `http://127.0.0.1:${port}`;
  const rows = isOnLoopback ? [`  Local   ${local}`] : [];
  const label = publicUrl === undefined ? 'LAN' : 'Public';
  for (const origin of origins.filter((other) => other !== local)) {
    rows.push(`  ${label.padEnd(7)} ${origin}`);
  }
  return `Sightline signaling ${version}\n${rows.join('\n')}\nCtrl+C stops it.\n`;
}

async function explainStart(error: unknown, options: StartRequest['options']): Promise<string> {
  const { port = 8787, host = '0.0.0.0' } = options;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE': {
      const free = await findFreePort(port, host);
      const advice = free === undefined ? '' : ` Port ${free} is free: use --port ${free}.`;
      return `Port ${port} is already in use.${advice}`;
    }
    case 'EACCES':
      return `Port ${port} may not be used by this account; choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this computer; choose another with --host.`;
    default:
      return `The service could not start: ${error instanceof Error ? error.message : error}`;
  }
}
