import * as z from 'zod/mini';
import type { Finding } from './findings.ts';

/** Path of the liveness answer (docs/protocol.md P38). */
const HEALTH_PATH = '/healthz';

const healthSchema = z.object({ status: z.literal('ok'), version: z.optional(z.string()) });
/** Three numbers and little more: nothing that could pass for an address. */
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[a-z]{1,12}(\.\d{1,5})?)?$/;

/** Asks the server at an http(s) origin over plain HTTP whether it lives. */
export async function askHealth(
  origin: string,
  fetchPage: typeof fetch,
  signal: AbortSignal,
): Promise<Finding<'server'>> {
  let response: Response;
  try {
    response = await fetchPage(`${origin}${HEALTH_PATH}`, { cache: 'no-store', signal });
  } catch {
    return { outcome: 'no-answer' };
  }
  const text = await response.text().catch(() => '');
  const health = healthSchema.safeParse(parseJson(text));
  // Sign-in pages of a network answer for everybody.
  if (!response.ok || !health.success) return { outcome: 'other-answer' };
  const { version = '' } = health.data;
  return { outcome: 'reached', ...(VERSION.test(version) ? { version } : {}) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
