import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { chromiumProgram, openChromium } from '../../support/chromium.ts';
import type { Machine } from './machine.ts';

/**
 * Opens a Chromium whose whole network is that of one machine of the lab. It is driven through
 * inherited pipes, which pass into the namespace.
 * @param folder where its start script goes
 * @param home whose certificate store it trusts
 */
export async function openChromiumIn(
  machine: Machine,
  {
    folder,
    home,
    args,
    headless = false,
  }: { folder: string; home: string; args?: readonly string[]; headless?: boolean },
): Promise<Browser> {
  const { name } = machine.namespace;
  await mkdir(folder, { recursive: true });
  const executablePath = path.join(folder, `chromium-in-${name}`);
  const script = `#!/bin/sh\nexec ip netns exec ${name} ${chromiumProgram()} "$@"\n`;
  await writeFile(executablePath, script, { mode: 0o755 });
  return openChromium(args, {
    executablePath,
    headless,
    env: { ...(process.env as Record<string, string>), HOME: home },
  });
}
