import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { releaseLock, takeLock } from '../process/lock-file.ts';

const pauseMs = 50;

/** Keeps other stand-ins from marking the same window at the same time. */
export async function lockWindow(xid: number): Promise<() => Promise<void>> {
  const display = encodeURIComponent(process.env.DISPLAY ?? '');
  const file = join(tmpdir(), `stand-in-capture-${display}-${xid}`);
  while (!takeLock(file)) await delay(pauseMs);
  return async () => releaseLock(file);
}
