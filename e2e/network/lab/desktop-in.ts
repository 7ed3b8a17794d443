import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DesktopApp, electronProgram, openDesktopApp } from '../../support/desktop-app.ts';
import type { Namespace } from './namespace.ts';

const launcher = path.join(import.meta.dirname, 'launch-in-namespace.mjs');

/**
 * Starts the desktop app on a computer of the lab, reachable for others there.
 * @param folder where its start script goes
 */
export async function openDesktopIn({ name }: Namespace, folder: string): Promise<DesktopApp> {
  const executablePath = path.join(folder, `electron-in-${name}`);
  const command = `${process.execPath} ${launcher} ${name} ${electronProgram}`;
  await writeFile(executablePath, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return openDesktopApp({ executablePath, env: { SIGHTLINE_HOST: '0.0.0.0' } });
}
