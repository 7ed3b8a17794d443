import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inUrl } from './addresses.ts';
import type { Certificates } from './certificates.ts';
import type { Internet } from './internet.ts';
import { type LabProgram, startProgram } from './lab-program.ts';

/** Where the signaling service listens behind it, on the loopback interface. */
export const BEHIND_FRONT = { host: '127.0.0.1', port: 8787 } as const;

/** Starts Caddy at the plan's service address, as the docs tell people to: TLS on 443, by TCP. */
export async function startTlsFront(
  { plan, namespace }: Internet,
  { certificateFile, keyFile }: Certificates,
  folder: string,
): Promise<LabProgram & { readonly origin: string }> {
  await mkdir(folder, { recursive: true });
  const settings = path.join(folder, 'Caddyfile');
  await writeFile(
    settings,
    `{
  admin off
  auto_https off
  servers {
    protocols h1 h2
  }
}
https://${inUrl(plan.service)} {
  bind ${plan.service}
  tls ${certificateFile} ${keyFile}
  reverse_proxy ${BEHIND_FRONT.host}:${BEHIND_FRONT.port}
}
`,
  );
  const front = await startProgram(namespace, {
    program: 'caddy',
    args: ['run', '--config', settings, '--adapter', 'caddyfile'],
    env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
    ready: /serving initial configuration/,
  });
  return { ...front, origin: `https://${inUrl(plan.service)}` };
}
